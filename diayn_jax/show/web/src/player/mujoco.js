import * as THREE from "three";
import { frameAt, numbers } from "./decode.js";
import { SCENE_START, START, axesOf, framer, offsets } from "./camera.js";
import { instancedBodies } from "./instances.js";
import { FIELD, makeStage } from "./stage.js";
import { trails } from "./trails.js";

const NEAR = 0.85; // share of the bodies' radius that half a picture shows; limbs seldom reach the whole radius
const FEW = 12; // up to this many bodies are drawn with fine meshes
const IN_PLACE = [0, 0];

/**
 * Makes the painter of MuJoCo worlds (see flat.js). One WebGL renderer draws the pictures of all canvases, and they are
 * copied, because a browser gives a page only about sixteen WebGL contexts. Its `look` also has `camera` { azimuth,
 * elevation, zoom, follow }.
 *
 * Throws NoWebGL if the browser has none.
 */
export function mujocoPainter(payload, changed) {
  const { frames, view } = payload;
  const [, episodes, bodies] = payload.pos.shape;
  const index = (frame, episode, body) => (frame * episodes + episode) * bodies + body;
  const root = (frame, episode) => new THREE.Vector3().fromArray(motion.pos, index(frame, episode, view.root) * 3);
  const motion = { pos: numbers(payload.pos), quat: numbers(payload.quat), index, root };
  const centre = new THREE.Vector3(...view.centre);
  const radius = Math.max(view.radius, 1e-3);
  const extent = Math.max(view.high[0] - view.low[0], view.high[1] - view.low[1]);

  const spread = Math.max(extent, ...offsets(episodes, { ...view, radius }).map((offset) => 2 * Math.hypot(...offset)));

  const stage = makeStage(payload, spread);
  const { renderer, scene, camera, ground } = stage;
  const element = renderer.domElement;
  element.addEventListener("webglcontextrestored", changed);
  const paths = trails(payload, motion, ground, scene);

  // Bodies that move: a few with fine meshes, or many.
  const instanced = new Map();
  function bodiesFor(count) {
    const fine = count <= FEW;
    const before = instanced.get(fine);
    if (!before || before.capacity < count) {
      before?.dispose();
      const made = instancedBodies(payload, motion, fine && count <= 2 ? 2 : Math.max(count, fine ? FEW : episodes), fine);
      scene.add(made.group);
      instanced.set(fine, made);
    }
    for (const each of instanced.values()) each.group.visible = false;
    return instanced.get(fine);
  }

  /** Points the camera at the middle of some bodies, or at the whole way of all. */
  function lookAtBodies({ azimuth, elevation, zoom, follow }, at, narrow) {
    const target = new THREE.Vector3();
    let reach = radius * NEAR;
    if (!view.travels || follow) {
      const start = root(0, at[0].episode);
      // If bodies stay in place, so does the camera.
      for (const each of at) target.add(view.travels ? each.root : root(0, each.episode).add(new THREE.Vector3(...each.offset, 0)));
      target.divideScalar(at.length);
      // The camera follows only half of the height, so that jumps and falls are visible.
      target.z = (target.z + start.z) / 2;
      for (const each of at) reach = Math.max(reach, radius * NEAR + Math.hypot(each.root.x - target.x, each.root.y - target.y) * 1.1);
    } else {
      const [low, high] = [new THREE.Vector3(...view.low), new THREE.Vector3(...view.high)];
      target.lerpVectors(low, high, 0.5);
      target.z = root(0, at[0].episode).z;
      reach += extent * 0.45;
    }
    target.add(centre);
    const distance = reach / Math.sin((FIELD / 2) * (Math.PI / 180)) / Math.max(narrow, 0.5) / zoom;
    const { ahead } = axesOf(azimuth, elevation);
    camera.position.set(...ahead).multiplyScalar(-distance).add(target);
    return { target, distance, reach: radius };
  }

  // For the last direction of view: for each frame, a framer that contains all bodies in the frames up to it.
  let upTo = { key: "", framers: [] };

  /** Returns a framer with all bodies in the frames up to `last`; each frame is added once per direction and aspect. */
  function framerUpTo(last, { azimuth, elevation }, at, aspect) {
    const key = `${azimuth} ${elevation} ${aspect} ${at.map(({ episode }) => episode)}`;
    if (upTo.key !== key) upTo = { key, framers: [] };
    const { framers } = upTo;
    const { pos } = motion;
    const tanY = Math.tan((FIELD / 2) * (Math.PI / 180));
    for (let k = framers.length; k <= last; k++) {
      const frame = k ? framers[k - 1].copy() : framer(axesOf(azimuth, elevation), tanY * aspect, tanY, radius * 0.85);
      for (const { episode, offset } of at) {
        const from = index(k, episode, view.root) * 3;
        frame.add(pos[from] + offset[0] + centre.x, pos[from + 1] + offset[1] + centre.y, pos[from + 2] + centre.z);
      }
      framers.push(frame);
    }
    return framers[last];
  }

  /** Points the camera at all bodies, and at all places where they have been. */
  function lookAtAll(eyes, at, t, aspect) {
    const { zoom } = eyes;
    const tanY = Math.tan((FIELD / 2) * (Math.PI / 180));
    const frame = framerUpTo(view.travels ? frameAt(frames, t)[0] : 0, eyes, at, aspect).copy();
    for (const { root: now } of at) frame.add(now.x + centre.x, now.y + centre.y, now.z + centre.z);
    const { eye, target, distance } = frame.place();
    const middle = new THREE.Vector3(...target);
    camera.position.set(...eye).sub(middle).divideScalar(zoom).add(middle);
    return { target: middle, distance: distance / zoom, reach: distance * tanY * Math.max(aspect, 1) };
  }

  function aim(look, at, t, width, height) {
    camera.aspect = width / height;
    const all = look.scene && look.focus === null;
    const eye = look.focus === null ? look.camera : { ...look.camera, zoom: look.camera.zoom * 0.62, follow: true };
    const seen = look.focus === null ? at : [at[look.focus]];
    const { target, distance, reach } = all ? lookAtAll(eye, at, t, camera.aspect) : lookAtBodies(eye, seen, Math.min(1, width / height));
    stage.aim(target, distance, reach);
  }

  const offsetsOf = (look, count) => (look.scene ? offsets(count, { ...view, radius }) : Array(count).fill(IN_PLACE));

  function paint(canvas, chosen, t, look) {
    const { colours, bodyColours = colours, theme, shadows, pale = [] } = look;
    stage.applyTheme(theme);
    const { width, height } = canvas;
    const size = renderer.getSize(new THREE.Vector2());
    // The renderer grows to the largest canvas; smaller pictures use its lower left corner.
    if (size.x < width || size.y < height) renderer.setSize(Math.max(size.x, width), Math.max(size.y, height), false);
    stage.castShadows(shadows);
    const moved = offsetsOf(look, chosen.length);
    const bodies = bodiesFor(chosen.length);
    const at = chosen.map((episode, i) => {
      const repeated = look.scene && i > 0 && moved[i].every((x) => x === 0);
      bodies.setColour(i, look.tint ? bodyColours[i] : null, { pale: pale[i] ?? 0, paper: stage.paper, dark: theme.dark, repeated });
      return { episode, offset: moved[i], root: bodies.pose(i, episode, t, moved[i], repeated) };
    });
    bodies.show(chosen.length);
    aim(look, at, t, width, height);
    if (view.travels) {
      const wide = look.scene ? extent * 0.002 + radius * 0.02 : look.camera.follow ? radius * 0.03 : extent * 0.005 + radius * 0.01;
      const skins = colours.map((colour, i) => (pale[i] ? `#${new THREE.Color(colour).lerp(stage.paper, pale[i]).getHexString()}` : colour));
      paths.show(chosen, t, { width: wide, colours: skins, offsets: moved, future: !look.scene });
    }
    renderer.setViewport(0, 0, width, height);
    renderer.setScissor(0, 0, width, height);
    renderer.setScissorTest(true);
    renderer.render(scene, camera);
    paths.hide();
    const context = canvas.getContext("2d");
    context.drawImage(element, 0, element.height - height, width, height, 0, 0, width, height);
  }

  /** Returns where bodies are in the picture that `paint` drew last: [{ x, y, r }] in its pixels. */
  function where(canvas, chosen, t, look) {
    const moved = offsetsOf(look, chosen.length);
    const [frame, share] = frameAt(frames, t);
    const at = chosen.map((episode, i) => {
      const now = root(frame, episode).lerp(root(Math.min(frame + 1, frames.length - 1), episode), share);
      return { episode, offset: moved[i], root: now.add(new THREE.Vector3(...moved[i], 0)) };
    });
    aim(look, at, t, canvas.width, canvas.height);
    const focal = canvas.height / 2 / Math.tan((FIELD / 2) * (Math.PI / 180));
    return at.map(({ root: now }) => {
      const middle = now.add(centre);
      const away = middle.distanceTo(camera.position);
      const { x, y } = middle.project(camera);
      return { x: ((x + 1) / 2) * canvas.width, y: ((1 - y) / 2) * canvas.height, r: (0.4 * radius * focal) / away };
    });
  }

  function use(recorded) {
    motion.pos = numbers(recorded.pos);
    motion.quat = numbers(recorded.quat);
    upTo = { key: "", framers: [] };
    paths.clear();
  }

  return { paint, where, use, aspect: 4 / 3, turns: true, tints: true, travels: view.travels, start: START[view.look], sceneStart: SCENE_START[view.look], dispose: stage.dispose };
}
