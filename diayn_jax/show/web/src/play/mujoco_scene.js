import * as THREE from "three";
import { START, axesOf } from "../player/camera.js";
import { instancedBodies } from "../player/instances.js";
import { FIELD, makeStage } from "../player/stage.js";
import { steer, turningOf } from "../player/steer.js";
import { makeTrail } from "./trail.js";

const ROOM = 1.6; // radii of the robot that half of a picture shows
const SOFT = 8; // the camera follows at this share of its distance per second

/** Draws the bodies of a MuJoCo world; see scene.js. */
export function mujocoScene(canvas, world) {
  const { view, bodies } = world;
  const radius = Math.max(view.radius, 1e-3);
  const stage = makeStage(world, 40 * radius, canvas);
  const { renderer, scene, camera, ground } = stage;
  const motion = { pos: new Float32Array(6 * bodies), quat: new Float32Array(8 * bodies), index: (frame, _, body) => frame * bodies + body };
  const robot = instancedBodies({ ...world, frames: [0, 1] }, motion, 1, true);
  scene.add(robot.group);
  robot.show(1);
  const trail = makeTrail(scene, radius, Number.isFinite(ground) ? ground : 0);
  const eyes = { ...START[view.look], zoom: 1 };
  const turning = turningOf(eyes, START[view.look], () => {});
  steer(canvas, turning, () => {});
  const onWheel = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // `steer` zooms then.
    event.preventDefault();
    turning.zoom(Math.exp(-event.deltaY * 0.001));
  };
  canvas.addEventListener("wheel", onWheel, { passive: false });

  const target = new THREE.Vector3();
  const centre = new THREE.Vector3(...view.centre);
  const height = { start: null };
  const ink = new THREE.Color();
  let theme = null;
  let colour = "#888888";
  let [follows, placed] = [true, false];

  const rootOf = ({ pos }) => new THREE.Vector3().fromArray(pos, 3 * view.root);

  function place(frame) {
    const { x, y } = rootOf(frame);
    return [x, y];
  }

  function moved(frame, anew) {
    const root = rootOf(frame);
    if (anew) {
      trail.lift();
      height.start ??= root.z;
    }
    trail.add(root.x, root.y, ink);
  }

  function look(root, seconds) {
    // The camera follows only half of the height, so that jumps and falls are visible.
    const wanted = new THREE.Vector3(root.x, root.y, (root.z + (height.start ?? root.z)) / 2).add(centre);
    if (!placed) target.copy(wanted);
    else if (follows) target.lerp(wanted, 1 - Math.exp(-SOFT * seconds));
    placed = true;
    const narrow = Math.min(1, canvas.width / canvas.height);
    const distance = (ROOM * radius) / Math.sin((FIELD / 2) * (Math.PI / 180)) / Math.max(narrow, 0.5) / eyes.zoom;
    const { ahead } = axesOf(eyes.azimuth, eyes.elevation);
    camera.aspect = canvas.width / canvas.height;
    camera.position.set(...ahead).multiplyScalar(-distance).add(target);
    stage.aim(target, distance, radius * 2);
  }

  function paint(before, after, share, { seconds, shadows }) {
    motion.pos.set(before.pos);
    motion.pos.set(after.pos, 3 * bodies);
    motion.quat.set(before.quat);
    motion.quat.set(after.quat, 4 * bodies);
    const root = robot.pose(0, 0, share, [0, 0], false);
    robot.setColour(0, colour, { pale: 0, paper: stage.paper, dark: theme.dark, repeated: false });
    robot.show(1);
    const size = renderer.getSize(new THREE.Vector2());
    if (size.x !== canvas.width || size.y !== canvas.height) renderer.setSize(canvas.width, canvas.height, false);
    look(root, seconds);
    stage.castShadows(shadows);
    renderer.render(scene, camera);
  }

  function setColour(given) {
    colour = given;
    ink.set(given);
  }

  return {
    paint,
    place,
    moved,
    clear: trail.clear,
    setColour,
    setTheme(given, ofSkill) {
      theme = given;
      stage.applyTheme(theme);
      setColour(ofSkill);
    },
    follow: (on) => (follows = on),
    showTrail: trail.show,
    resetView: turning.reset,
    dispose() {
      canvas.removeEventListener("wheel", onWheel);
      stage.dispose();
    },
  };
}
