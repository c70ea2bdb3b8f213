import { imageScene } from "./image_scene.js";
import { mujocoScene } from "./mujoco_scene.js";
import { planeScene } from "./plane_scene.js";

const SCENES = { mujoco: mujocoScene, plane: planeScene, image: imageScene };
const FAST = 0.15; // share of the last speed in the speed that is shown
// A machine that paints slowly gets simpler pictures: { shadows, most (pixels of the canvas per pixel of the page) }.
const QUALITIES = [
  { shadows: true, most: 2 },
  { shadows: true, most: 1 },
  { shadows: false, most: 1 },
  { shadows: false, most: 0.6 },
  { shadows: false, most: 0.4 },
];
const LATE = 45; // milliseconds between two pictures above which the second is late
const VERY_LATE = 120; // above this, it counts for several
const PATIENCE = 5; // pictures that may be late before they become simpler

/**
 * Makes the picture of a world on a canvas. Between two frames, bodies move evenly from one to the other.
 *
 * A scene of a kind has { paint(before, after, share, { seconds, shadows }), place(frame) ([x, y] of the robot, or null), moved(frame,
 * anew), clear(), setTheme(theme, colour), setColour(colour), follow(on), showTrail(on), showGoals([{ x,
 * y, radius, state }]), showGhost(frame or null), resetView(), dispose() }.
 */
export function makeScene(canvas, { world, step_seconds: stepSeconds, dt }) {
  const drawn = SCENES[world.kind](canvas, world);
  let [before, after] = [null, null];
  let arrived = 0;
  let gap = stepSeconds; // seconds between two frames
  let painted = 0;
  let metres = null; // per second
  let quality = 0;
  let late = 0;

  function show(frame) {
    const now = performance.now();
    const anew = frame.why !== 0 || !after || frame.step < after.step;
    const [from, to] = [after && drawn.place(after), drawn.place(frame)];
    metres = anew || !from || !to ? (to ? 0 : null) : speedOf(from, to, frame.step - after.step);
    drawn.moved(frame, anew);
    before = anew ? frame : after;
    after = frame;
    if (!anew) gap = Math.min(Math.max((now - arrived) / 1000, 0.005), 1);
    arrived = now;
  }

  function speedOf(from, to, steps) {
    if (!steps) return metres;
    const found = Math.hypot(to[0] - from[0], to[1] - from[1]) / (steps * dt);
    return metres === null ? found : metres + FAST * (found - metres);
  }

  function paint(now) {
    const seconds = Math.min((now - painted) / 1000, 0.1);
    if (after) judge(now - painted);
    painted = now;
    const { shadows, most } = QUALITIES[quality];
    fit(canvas, most);
    if (after) drawn.paint(before, after, Math.min(Math.max((now - arrived) / 1000 / gap, 0), 1), { seconds, shadows });
  }

  /** Simplifies the pictures if too many are late; a hidden page gets none, which does not count. */
  function judge(milliseconds) {
    if (milliseconds > 1000) return;
    late = Math.max(0, late + (milliseconds > VERY_LATE ? 3 : milliseconds > LATE ? 1 : -1));
    if (late < PATIENCE || quality === QUALITIES.length - 1) return;
    [quality, late] = [quality + 1, 0];
  }

  const { place: placeOf, clear, setTheme, setColour, follow, showTrail, showGoals, showGhost, resetView, dispose } = drawn;
  return { show, paint, placeOf, showGoals, showGhost, speed: () => metres, setSpeed: (speed) => (gap = stepSeconds / speed), clear, setTheme, setColour, follow, showTrail, resetView, dispose };
}

/** Gives a canvas as many pixels as it has on the screen, and at most `most` for each pixel of the page. */
function fit(canvas, most) {
  const ratio = Math.min(window.devicePixelRatio || 1, most);
  const [width, height] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)];
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
}
