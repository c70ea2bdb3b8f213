/**
 * Turns a camera by pointer: one pointer drags, two pinch. A click is reported with its position, in pixels of the page
 * from the canvas's corner.
 *
 * turning: { turn(azimuth, elevation), zoom(factor), reset() }, or null if there is no camera.
 */
export function steer(canvas, turning, onClick) {
  const down = new Map();
  let moved = 0;
  let spread = 0;
  const apart = () => {
    const [a, b] = [...down.values()];
    return Math.hypot(a.x - b.x, a.y - b.y);
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    moved = down.size > 1 ? 99 : 0;
    if (down.size === 2) spread = apart();
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (!before) return;
    const [x, y] = [event.clientX - before.x, event.clientY - before.y];
    moved += Math.abs(x) + Math.abs(y);
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (!turning) return;
    if (down.size === 2) {
      turning.zoom(apart() / spread);
      spread = apart();
    } else if (moved > 3) {
      // A finger that moves up or down scrolls the page.
      turning.turn(-x * 0.008, event.pointerType === "touch" ? 0 : y * 0.008);
    }
  });
  const up = (event) => {
    if (!down.delete(event.pointerId) || event.type === "pointercancel" || moved > 3) return;
    const box = canvas.getBoundingClientRect();
    onClick(event.clientX - box.left, event.clientY - box.top);
  };
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", up);
  if (!turning) return;
  canvas.addEventListener(
    "wheel",
    (event) => {
      // The wheel alone scrolls the page; browsers report a pinch on a touchpad as Ctrl and wheel.
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
      event.preventDefault();
      turning.zoom(Math.exp(-(event.deltaY || event.deltaX) * 0.003));
    },
    { passive: false },
  );
  canvas.addEventListener("dblclick", turning.reset);
}

/** Makes the functions that turn a camera { azimuth, elevation, zoom }; `changed` is called after each. */
export function turningOf(camera, start, changed) {
  const and = (change) => (...values) => {
    change(...values);
    changed();
  };
  return {
    turn: and((azimuth, elevation) => {
      camera.azimuth += azimuth;
      camera.elevation = Math.min(Math.max(camera.elevation + elevation, -0.1), 1.5);
    }),
    zoom: and((factor) => (camera.zoom = Math.min(Math.max(camera.zoom * factor, 0.25), 8))),
    reset: and(() => Object.assign(camera, start, { zoom: 1 })),
  };
}
