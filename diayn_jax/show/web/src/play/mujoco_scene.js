import * as THREE from "three";
import { START, axesOf } from "../player/camera.js";
import { instancedBodies } from "../player/instances.js";
import { FIELD, makeStage } from "../player/stage.js";
import { steer, turningOf } from "../player/steer.js";
import { makeTrail } from "./trail.js";

const POINTER = 1.5; // radii of the robot from its middle to the arrow towards the next goal
const GHOST = 0.72; // share of the background in the ghost's colour
const ROOM = 1.6; // radii of the robot that half of a picture shows,
const ROOM_FOR_GOALS = 2.8; // and that it shows while there are goals
const SOFT = 8; // the camera follows at this share of its distance per second

/** Draws the bodies of a MuJoCo world; see scene.js. */
export function mujocoScene(canvas, world) {
  const { view, bodies } = world;
  const radius = Math.max(view.radius, 1e-3);
  const stage = makeStage(world, 40 * radius, canvas);
  const { renderer, scene, camera, ground } = stage;
  // Two episodes: the robot's, and the ghost's.
  const index = (frame, episode, body) => (2 * frame + episode) * bodies + body;
  const motion = { pos: new Float32Array(12 * bodies), quat: new Float32Array(16 * bodies), index };
  const robot = instancedBodies({ ...world, frames: [0, 1] }, motion, 2, true);
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
  let room = ROOM;
  let [ghostBefore, ghost] = [null, null];
  const goals = new THREE.Group();
  goals.position.z = (Number.isFinite(ground) ? ground : 0) + radius * 0.006;
  scene.add(goals);
  const rings = [];
  let next = null; // the next goal
  const pointer = pointerOf(radius);
  goals.add(pointer);

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
    room += (1 - Math.exp(-2 * seconds)) * ((next ? ROOM_FOR_GOALS : ROOM) - room);
    const distance = (room * radius) / Math.sin((FIELD / 2) * (Math.PI / 180)) / Math.max(narrow, 0.5) / eyes.zoom;
    const { ahead } = axesOf(eyes.azimuth, eyes.elevation);
    camera.aspect = canvas.width / canvas.height;
    camera.position.set(...ahead).multiplyScalar(-distance).add(target);
    stage.aim(target, distance, radius * 2);
  }

  /** Puts the poses of a frame where `robot.pose` finds them. */
  function put({ pos, quat }, frame, episode) {
    motion.pos.set(pos, 3 * index(frame, episode, 0));
    motion.quat.set(quat, 4 * index(frame, episode, 0));
  }

  function showGoals(given) {
    while (rings.length < given.length) {
      rings.push(ringOf());
      goals.add(rings.at(-1));
    }
    next = given.find(({ state }) => state === "next") ?? null;
    rings.forEach((ring, i) => {
      ring.visible = i < given.length;
      if (!ring.visible) return;
      const { x, y, radius: size, state } = given[i];
      ring.position.set(x, y, 0);
      ring.scale.set(size, size, size);
      ring.material.opacity = { done: 0.15, next: 0.95, later: 0.4 }[state];
      ring.material.color.set(theme.accent);
    });
  }

  function ringOf() {
    const skin = new THREE.MeshBasicMaterial({ transparent: true, side: THREE.DoubleSide, depthWrite: false, fog: false });
    const ring = new THREE.Mesh(new THREE.RingGeometry(0.88, 1, 48), skin);
    ring.renderOrder = 2;
    return ring;
  }

  /** Points from the robot to the next goal, which may be out of the picture. */
  function point(root) {
    pointer.visible = next !== null;
    if (!next) return;
    const angle = Math.atan2(next.y - root.y, next.x - root.x);
    pointer.position.set(root.x + Math.cos(angle) * radius * POINTER, root.y + Math.sin(angle) * radius * POINTER, 0);
    pointer.rotation.z = angle;
    pointer.material.color.set(theme.accent);
  }

  function showGhost(frame) {
    [ghostBefore, ghost] = [frame && ghost, frame];
  }

  function paint(before, after, share, { seconds, shadows }) {
    put(before, 0, 0);
    put(after, 1, 0);
    const root = robot.pose(0, 0, share, [0, 0], false);
    robot.setColour(0, colour, { pale: 0, paper: stage.paper, dark: theme.dark, repeated: false });
    if (ghost) {
      put(ghostBefore ?? ghost, 0, 1);
      put(ghost, 1, 1);
      robot.pose(1, 1, share, ghost.offset, false);
      robot.setColour(1, colour, { pale: GHOST, paper: stage.paper, dark: theme.dark, repeated: false });
    }
    robot.show(ghost ? 2 : 1);
    point(root);
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
    showGoals,
    showGhost,
    resetView: turning.reset,
    dispose() {
      canvas.removeEventListener("wheel", onWheel);
      stage.dispose();
    },
  };
}

/** Makes a flat arrow that points along x. */
function pointerOf(radius) {
  const [long, wide] = [0.28 * radius, 0.2 * radius];
  const shape = new THREE.Shape([new THREE.Vector2(long, 0), new THREE.Vector2(-long, wide), new THREE.Vector2(-long / 2, 0), new THREE.Vector2(-long, -wide)]);
  const skin = new THREE.MeshBasicMaterial({ transparent: true, side: THREE.DoubleSide, depthWrite: false, fog: false });
  const mesh = new THREE.Mesh(new THREE.ShapeGeometry(shape), skin);
  mesh.renderOrder = 3;
  return mesh;
}
