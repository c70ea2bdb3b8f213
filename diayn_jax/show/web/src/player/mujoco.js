import * as THREE from "three";
import { frameAt, numbers } from "./decode.js";
import { SCENE_START, axesOf, framer, offsets } from "./camera.js";
import { instancedBodies } from "./instances.js";
import { checker, geometry, material, placed, tile } from "./shapes.js";
import { trails } from "./trails.js";

const FIELD = 32; // the camera's field of view, degrees
const NEAR = 0.85; // share of the bodies' radius that half a picture shows; limbs seldom reach the whole radius
const FEW = 12; // up to this many bodies are drawn with fine meshes
const IN_PLACE = [0, 0];
const FAR = 12; // nothing is drawn beyond this many times the distance to the target

/** The browser has no WebGL, so players stay empty; this is not an error of the page. */
export class NoWebGL extends Error {}

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

  const renderer = newRenderer();
  renderer.shadowMap.enabled = true;
  renderer.shadowMap.type = THREE.PCFShadowMap;
  const element = renderer.domElement;
  element.addEventListener("webglcontextlost", (event) => event.preventDefault());
  element.addEventListener("webglcontextrestored", changed);

  const scene = new THREE.Scene();
  scene.background = new THREE.Color();
  scene.fog = new THREE.Fog(0, 1, 2);
  const camera = new THREE.PerspectiveCamera(FIELD, 1, radius / 50, radius * 400);
  camera.up.set(0, 0, 1);
  const sky = new THREE.HemisphereLight(0xffffff, 0x888888, 2.2);
  sky.position.set(0, 0, 1);
  const sun = new THREE.DirectionalLight(0xffffff, 2.6);
  sun.castShadow = true;
  sun.shadow.mapSize.set(1024, 1024);
  sun.shadow.radius = 3;
  sun.shadow.bias = -0.0005;
  sun.shadow.normalBias = radius * 0.004;
  scene.add(sky, sun, sun.target);

  // Geoms that do not move.
  const floors = [];
  for (const geom of payload.geoms.filter(({ body }) => body < 0)) {
    const flat = geom.type === "plane";
    const shape = geometry(geom, payload.meshes, radius, true, FAR * spread);
    const mesh = placed(geom, shape, flat ? new THREE.MeshBasicMaterial({ side: THREE.DoubleSide }) : material(geom.rgba));
    mesh.castShadow = mesh.receiveShadow = !flat;
    scene.add(mesh);
    if (!flat) continue;
    // The floor has the page's colours, whatever the light, and shadows lie on it. Parts that sink into it shine
    // through (only the feet of Brax's ant collide with the floor).
    mesh.material.transparent = true;
    mesh.material.opacity = 0.8;
    mesh.material.polygonOffset = true;
    // Traces lie a few millimetres above it. At a depth range of a hundred metres, the depth buffer hardly resolves that.
    mesh.material.polygonOffsetFactor = 1;
    mesh.material.polygonOffsetUnits = 16;
    const shade = new THREE.Mesh(shape, new THREE.ShadowMaterial({ transparent: true, fog: true, depthWrite: false }));
    shade.receiveShadow = true;
    shade.renderOrder = 1;
    mesh.add(shade);
    floors.push({ mesh, shade, edgeless: shape.userData.edgeless });
  }
  const ground = Math.min(...payload.geoms.filter(({ type, body }) => type === "plane" && body < 0).map(({ pos }) => pos[2]));
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

  let painted = "";
  const paper = new THREE.Color();

  function applyTheme(theme) {
    const key = JSON.stringify(theme);
    if (key === painted) return;
    painted = key;
    paper.set(theme.panel);
    scene.background.set(theme.panel);
    scene.fog.color.set(theme.panel);
    sky.groundColor.set(theme.dark ? 0x555555 : 0xa0a0a0);
    const tiles = checker(theme, renderer);
    for (const { mesh, shade } of floors) {
      shade.material.opacity = theme.dark ? 0.5 : 0.3;
      mesh.material.map?.dispose();
      mesh.material.map = tiles;
      mesh.material.needsUpdate = true;
    }
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
    camera.near = distance / 100;
    camera.far = distance * FAR;
    camera.updateProjectionMatrix();
    if (Number.isFinite(ground)) camera.position.z = Math.max(camera.position.z, ground + radius * 0.05);
    camera.lookAt(target);
    camera.updateMatrixWorld();
    scene.fog.near = distance * 1.5;
    scene.fog.far = distance * 5;
    for (const { mesh, edgeless } of floors) {
      if (!edgeless) continue;
      // The floor moves along, in whole tiles.
      const step = 2 * tile(radius);
      mesh.position.x = Math.round(target.x / step) * step;
      mesh.position.y = Math.round(target.y / step) * step;
    }
    const span = Math.max(radius, reach);
    sun.target.position.copy(target);
    sun.position.set(target.x - span * 1.6, target.y - span * 1.8, target.z + span * 4);
    const box = sun.shadow.camera;
    if (box.right !== span * 1.6) {
      Object.assign(box, { left: -span * 1.6, right: span * 1.6, top: span * 1.6, bottom: -span * 1.6, near: span * 0.1, far: span * 12 });
      box.updateProjectionMatrix();
    }
  }

  const offsetsOf = (look, count) => (look.scene ? offsets(count, { ...view, radius }) : Array(count).fill(IN_PLACE));

  function paint(canvas, chosen, t, look) {
    const { colours, bodyColours = colours, theme, shadows, pale = [] } = look;
    applyTheme(theme);
    const { width, height } = canvas;
    const size = renderer.getSize(new THREE.Vector2());
    // The renderer grows to the largest canvas; smaller pictures use its lower left corner.
    if (size.x < width || size.y < height) renderer.setSize(Math.max(size.x, width), Math.max(size.y, height), false);
    sun.castShadow = shadows;
    const moved = offsetsOf(look, chosen.length);
    const bodies = bodiesFor(chosen.length);
    const at = chosen.map((episode, i) => {
      const repeated = look.scene && i > 0 && moved[i].every((x) => x === 0);
      bodies.setColour(i, look.tint ? bodyColours[i] : null, { pale: pale[i] ?? 0, paper, dark: theme.dark, repeated });
      return { episode, offset: moved[i], root: bodies.pose(i, episode, t, moved[i], repeated) };
    });
    bodies.show(chosen.length);
    aim(look, at, t, width, height);
    if (view.travels) {
      const wide = look.scene ? extent * 0.002 + radius * 0.02 : look.camera.follow ? radius * 0.03 : extent * 0.005 + radius * 0.01;
      const skins = colours.map((colour, i) => (pale[i] ? `#${new THREE.Color(colour).lerp(paper, pale[i]).getHexString()}` : colour));
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

  function dispose() {
    scene.traverse((object) => {
      object.geometry?.dispose();
      object.material?.map?.dispose();
      object.material?.dispose();
    });
    renderer.dispose();
    renderer.forceContextLoss();
  }

  return { paint, where, use, aspect: 4 / 3, turns: true, tints: true, travels: view.travels, start: START[view.look], sceneStart: SCENE_START[view.look], dispose };
}

// The first view: the angle about z from x, and the angle upwards.
const START = {
  side: { azimuth: -Math.PI / 2 + 0.12, elevation: 0.16 },
  top: { azimuth: -Math.PI / 2, elevation: 1.25 },
  over: { azimuth: -Math.PI / 2 - 0.5, elevation: 0.5 },
};

function newRenderer() {
  try {
    return new THREE.WebGLRenderer({ antialias: true, stencil: true });
  } catch (error) {
    throw new NoWebGL(error.message);
  }
}
