/** Draws a world that renders its own images; see scene.js. */
export function imageScene(canvas, world) {
  let theme = null;

  function paint(_, { image }) {
    const context = canvas.getContext("2d");
    context.fillStyle = theme.panel;
    context.fillRect(0, 0, canvas.width, canvas.height);
    const scale = Math.min(canvas.width / world.width, canvas.height / world.height);
    const [width, height] = [world.width * scale, world.height * scale];
    context.imageSmoothingEnabled = world.smooth;
    context.drawImage(image, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
  }

  const nothing = () => {};
  return { paint, place: () => null, moved: nothing, clear: nothing, setColour: nothing, setTheme: (given) => (theme = given), follow: nothing, showTrail: nothing, showGoals: nothing, showGhost: nothing, resetView: nothing, dispose: nothing };
}
