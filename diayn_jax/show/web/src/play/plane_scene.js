import { planeSheet } from "../player/flat.js";

const POINTS = 4000; // of the trail; the oldest are forgotten
const MARGIN = 0.04; // share of the world's width around it
const GHOST = 0.35; // opacity

/** Draws a world of circles, lines and polygons; see scene.js. */
export function planeScene(canvas, world) {
  const { shapes, background, trail: leaves } = world;
  let [theme, colour] = [null, "#888888"];
  let [follows, shown] = [true, leaves];
  let goals = [];
  let ghost = null;
  let trail = []; // [x, y, colour], or null where it is interrupted
  const first = shapes.slice(0, Math.max(shapes.findIndex(({ role }) => role === "agent"), 0)).reduce((sum, { count }) => sum + count, 0);
  const place = ({ points }) => [points[2 * first], points[2 * first + 1]];

  /** Returns the limits of the picture, which contain the world, or follow a robot that has left it. */
  function limits([x, y]) {
    return world.limits.map(([low, high], axis) => {
      const at = axis ? y : x;
      const margin = MARGIN * (high - low);
      const away = follows ? Math.min(at - low, 0) + Math.max(at - high, 0) : 0;
      return [low - margin + away, high + margin + away];
    });
  }

  function drawTrail({ context, hairline }) {
    context.lineWidth = 3 * hairline;
    context.globalAlpha = 0.9;
    for (let i = 1; i < trail.length; i++) {
      const [from, to] = [trail[i - 1], trail[i]];
      if (!from || !to) continue;
      context.strokeStyle = to[2];
      context.beginPath();
      context.moveTo(from[0], from[1]);
      context.lineTo(to[0], to[1]);
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  function drawGoals({ context, hairline }) {
    context.strokeStyle = theme.accent;
    for (const { x, y, radius, state } of goals) {
      context.lineWidth = (state === "next" ? 3 : 1) * hairline;
      context.globalAlpha = state === "done" ? 0.25 : 1;
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  function paint(before, after, share) {
    const mixed = after.points.map((x, i) => before.points[i] + share * (x - before.points[i]));
    const sheet = planeSheet(canvas, limits(place({ points: mixed })), theme);
    for (const shape of background) sheet.draw(shape, shape.points);
    drawGoals(sheet);
    if (shown) drawTrail(sheet);
    if (ghost) {
      sheet.context.globalAlpha = GHOST;
      drawRobot(sheet, ghost.points, ghost.offset);
      sheet.context.globalAlpha = 1;
    }
    drawRobot(sheet, mixed, [0, 0]);
  }

  function drawRobot(sheet, points, [dx, dy]) {
    let next = 0;
    for (const shape of shapes) {
      const places = Array.from({ length: shape.count }, () => [points[2 * next] + dx, points[2 * next++ + 1] + dy]);
      sheet.draw(shape, places, colour);
    }
  }

  function moved(frame, anew) {
    if (anew) trail.push(null);
    trail.push([...place(frame), colour]);
    if (trail.length > POINTS) trail = trail.slice(POINTS / 4);
  }

  return {
    paint,
    place,
    moved,
    clear: () => (trail = []),
    setColour: (given) => (colour = given),
    setTheme(given, ofSkill) {
      [theme, colour] = [given, ofSkill];
    },
    follow: (on) => (follows = on),
    showTrail: (on) => (shown = on),
    showGoals: (given) => (goals = given),
    showGhost: (frame) => (ghost = frame),
    resetView() {},
    dispose() {},
  };
}
