import * as THREE from "three";
import { bytes, frameAt, numbers } from "./decode.js";

const FIELD = 32; // degrees, of the camera
const NEAR = 0.85; // of the bodies' radius, in half a picture; limbs seldom reach all of it
const FAR_PLANE = 5; // metres; larger planes, and those of size 0, have no edge

/** There is no WebGL: players stay empty, which is no fault of the page. */
export class NoWebGL extends Error {}

/**
 * Worlds of MuJoCo's, by one WebGL renderer for all canvases: each picture is drawn there, and
 * copied. (A browser gives a page about sixteen WebGL contexts.) A painter, see flat.js; its `look`
 * has also `camera` { azimuth, elevation, zoom, follow }, and `tint` where episodes are to be told
 * apart by the skill's colour.
 *
 * Throws NoWebGL where there is none.
 */
export function mujocoPainter(payload, changed) {
  const { frames, view } = payload;
  const [, episodes, bodies] = payload.pos.shape;
  const pos = numbers(payload.pos);
  const quat = numbers(payload.quat);
  const centre = new THREE.Vector3(...view.centre);
  const radius = Math.max(view.radius, 1e-3);
  const extent = Math.max(view.high[0] - view.low[0], view.high[1] - view.low[1]);

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
  const span = radius * 1.6;
  Object.assign(sun.shadow.camera, { left: -span, right: span, top: span, bottom: -span, near: radius * 0.1, far: radius * 12 });
  scene.add(sky, sun, sun.target);

  // What stands still, and one set of bodies for each episode of a picture, made as they are needed.
  const shapes = payload.geoms.map((geom) => geometry(geom, payload.meshes));
  const floors = [];
  payload.geoms.forEach((geom, i) => {
    if (geom.body >= 0) return;
    const flat = geom.type === "plane";
    const mesh = placed(geom, shapes[i], flat ? new THREE.MeshBasicMaterial({ side: THREE.DoubleSide }) : material(geom.rgba));
    mesh.castShadow = mesh.receiveShadow = !flat;
    scene.add(mesh);
    if (!flat) return;
    // The floor has the page's colours, whatever the light, and shadows lie on it. What sinks into it
    // (the ant's feet alone meet Brax's floor) shines through.
    mesh.material.transparent = true;
    mesh.material.opacity = 0.8;
    mesh.material.polygonOffset = true;
    mesh.material.polygonOffsetFactor = mesh.material.polygonOffsetUnits = 1;
    const shade = new THREE.Mesh(shapes[i], new THREE.ShadowMaterial({ transparent: true, fog: true }));
    shade.receiveShadow = true;
    shade.renderOrder = 1;
    mesh.add(shade);
    floors.push({ mesh, shade, edgeless: shapes[i].userData.edgeless });
  });
  const casts = [];
  const ground = Math.min(...payload.geoms.filter(({ type, body }) => type === "plane" && body < 0).map(({ pos }) => pos[2]));

  function cast(place) {
    while (casts.length <= place) {
      const groups = Array.from({ length: bodies }, () => new THREE.Group());
      const colours = [];
      payload.geoms.forEach((geom, i) => {
        if (geom.body < 0) return;
        const own = material(geom.rgba);
        colours.push([own, own.color.clone()]);
        const mesh = placed(geom, shapes[i], own);
        mesh.castShadow = mesh.receiveShadow = true;
        groups[geom.body].add(mesh);
      });
      const whole = new THREE.Group().add(...groups);
      scene.add(whole);
      casts.push({ whole, groups, colours });
    }
    return casts[place];
  }

  const trails = new Map();

  /** A ribbon on the ground, 2·width wide, where an episode's root goes; [whole, the part until now]. */
  function trail(episode, width) {
    const key = `${episode} ${width}`;
    if (!trails.has(key)) {
      const path = frames.map((_, frame) => rootOf(episode, frame));
      const corners = [];
      const index = [];
      const ahead = new THREE.Vector2(1, 0);
      for (let k = 0; k + 1 < path.length; k++) {
        const [a, b] = [path[k], path[k + 1]];
        if (a.distanceToSquared(b) > 0) ahead.set(b.x - a.x, b.y - a.y).normalize();
        const [x, y] = [ahead.x * width, ahead.y * width];
        const z = Number.isFinite(ground) ? [ground, ground] : [a.z, b.z];
        corners.push(a.x - x - y, a.y - y + x, z[0], a.x - x + y, a.y - y - x, z[0], b.x + x - y, b.y + y + x, z[1], b.x + x + y, b.y + y - x, z[1]);
        index.push(...[0, 1, 2, 1, 3, 2].map((i) => 4 * k + i));
      }
      const ribbon = new THREE.BufferGeometry();
      ribbon.setAttribute("position", new THREE.Float32BufferAttribute(corners, 3));
      ribbon.setIndex(index);
      trails.set(
        key,
        [0.22, 0.95].map((opacity, i) => {
          const surface = new THREE.MeshBasicMaterial({ transparent: true, opacity, side: THREE.DoubleSide, depthWrite: false, fog: false });
          // Its pieces overlap; the stencil has each place drawn once, so that none shines through another.
          Object.assign(surface, { stencilWrite: true, stencilFunc: THREE.NotEqualStencilFunc, stencilZPass: THREE.ReplaceStencilOp });
          const mesh = new THREE.Mesh(i ? ribbon.clone() : ribbon, surface);
          mesh.position.z = radius * 0.003 * (1 + i);
          mesh.renderOrder = 2 + i;
          mesh.visible = false;
          scene.add(mesh);
          return mesh;
        }),
      );
    }
    return trails.get(key);
  }

  function rootOf(episode, frame) {
    return new THREE.Vector3().fromArray(pos, ((frame * episodes + episode) * bodies + view.root) * 3);
  }

  const [a, b, p, q] = [new THREE.Quaternion(), new THREE.Quaternion(), new THREE.Vector3(), new THREE.Vector3()];

  /** Puts a cast where an episode is at step t; gives where its root is. */
  function pose({ groups }, episode, t) {
    const [frame, share] = frameAt(frames, t);
    const next = Math.min(frame + 1, frames.length - 1);
    groups.forEach((group, i) => {
      const [from, to] = [frame, next].map((f) => (f * episodes + episode) * bodies + i);
      group.position.copy(p.fromArray(pos, from * 3)).lerp(q.fromArray(pos, to * 3), share);
      rotation(a, quat, from * 4);
      rotation(b, quat, to * 4);
      group.quaternion.copy(a.slerp(b, share));
    });
    return groups[view.root].position.clone();
  }

  let painted = "";

  function dress(theme) {
    const key = JSON.stringify(theme);
    if (key === painted) return;
    painted = key;
    scene.background.set(theme.panel);
    scene.fog.color.set(theme.panel);
    sky.groundColor.set(theme.dark ? 0x555555 : 0xa0a0a0);
    const tiles = checker(theme);
    for (const { mesh, shade } of floors) {
      shade.material.opacity = theme.dark ? 0.5 : 0.3;
      mesh.material.map?.dispose();
      mesh.material.map = tiles;
      mesh.material.needsUpdate = true;
    }
  }

  function look({ azimuth, elevation, zoom, follow }, at, width, height) {
    const narrow = Math.min(1, width / height);
    const target = new THREE.Vector3();
    let reach = radius * NEAR;
    if (!view.travels || follow) {
      const start = rootOf(at[0].episode, 0);
      for (const { root } of at) target.add(view.travels ? root : start);
      target.divideScalar(at.length);
      // By half of the height alone, so that what jumps is seen to jump, and what falls is seen.
      target.z = (target.z + start.z) / 2;
      for (const { root } of at) reach = Math.max(reach, radius * NEAR + Math.hypot(root.x - target.x, root.y - target.y) * 1.1);
    } else {
      const [low, high] = [new THREE.Vector3(...view.low), new THREE.Vector3(...view.high)];
      target.lerpVectors(low, high, 0.5);
      target.z = rootOf(at[0].episode, 0).z;
      reach += extent * 0.45;
    }
    target.add(centre);
    const distance = reach / Math.sin((FIELD / 2) * (Math.PI / 180)) / Math.max(narrow, 0.5) / zoom;
    camera.aspect = width / height;
    camera.near = distance / 100;
    camera.far = distance * 12;
    camera.updateProjectionMatrix();
    camera.position.set(
      target.x + distance * Math.cos(elevation) * Math.cos(azimuth),
      target.y + distance * Math.cos(elevation) * Math.sin(azimuth),
      target.z + distance * Math.sin(elevation),
    );
    if (Number.isFinite(ground)) camera.position.z = Math.max(camera.position.z, ground + radius * 0.05);
    camera.lookAt(target);
    scene.fog.near = distance * 1.5;
    scene.fog.far = distance * 5;
    for (const { mesh, edgeless } of floors) {
      if (!edgeless) continue;
      // It goes along, in whole tiles.
      const step = 2 * tile(radius);
      mesh.position.x = Math.round(target.x / step) * step;
      mesh.position.y = Math.round(target.y / step) * step;
    }
    sun.target.position.copy(target);
    sun.position.set(target.x - radius * 1.6, target.y - radius * 1.8, target.z + radius * 4);
  }

  function paint(canvas, chosen, t, { colours, theme, camera: eye, tint, shadows }) {
    dress(theme);
    const { width, height } = canvas;
    const size = renderer.getSize(new THREE.Vector2());
    // It grows to the largest canvas; smaller pictures take its lower left corner.
    if (size.x < width || size.y < height) renderer.setSize(Math.max(size.x, width), Math.max(size.y, height), false);
    sun.castShadow = shadows;
    const at = chosen.map((episode, i) => {
      const one = cast(i);
      for (const [own, colour] of one.colours) {
        own.color.copy(colour);
        if (tint) own.color.lerp(new THREE.Color(colours[i]), 0.75);
      }
      return { episode, root: pose(one, episode, t) };
    });
    casts.forEach(({ whole }, i) => (whole.visible = i < chosen.length));
    look(eye, at, width, height);
    const shown = view.travels ? chosen.flatMap((episode) => trail(episode, eye.follow ? radius * 0.03 : extent * 0.005 + radius * 0.01)) : [];
    shown.forEach((mesh, i) => {
      mesh.visible = true;
      mesh.material.color.set(colours[i >> 1]);
      mesh.material.stencilRef = 1 + i;
      if (i % 2) mesh.geometry.setDrawRange(0, 6 * Math.max(frameAt(frames, t)[0], 0));
    });
    renderer.setViewport(0, 0, width, height);
    renderer.setScissor(0, 0, width, height);
    renderer.setScissorTest(true);
    renderer.render(scene, camera);
    for (const mesh of shown) mesh.visible = false;
    const context = canvas.getContext("2d");
    context.drawImage(element, 0, element.height - height, width, height, 0, 0, width, height);
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

  return { paint, aspect: 4 / 3, turns: true, travels: view.travels, start: START[view.look], dispose };

  function checker(theme) {
    const side = 256;
    const image = document.createElement("canvas");
    image.width = image.height = side;
    const context = image.getContext("2d");
    const [light, dark] = theme.dark ? [0.035, 0.015] : [0.04, 0.1];
    const mixed = (share) => `#${new THREE.Color(theme.panel).lerp(new THREE.Color(theme.ink), share).getHexString()}`;
    context.fillStyle = mixed(light);
    context.fillRect(0, 0, side, side);
    context.fillStyle = mixed(dark);
    context.fillRect(0, 0, side / 2, side / 2);
    context.fillRect(side / 2, side / 2, side / 2, side / 2);
    const texture = new THREE.CanvasTexture(image);
    texture.colorSpace = THREE.SRGBColorSpace;
    texture.wrapS = texture.wrapT = THREE.RepeatWrapping;
    texture.anisotropy = Math.min(8, renderer.capabilities.getMaxAnisotropy());
    return texture;
  }

  function geometry({ type, size, mesh }, meshes) {
    const [x, y, z] = size;
    if (type === "sphere") return new THREE.SphereGeometry(x, 32, 20);
    if (type === "ellipsoid") return new THREE.SphereGeometry(1, 32, 20).scale(x, y, z);
    if (type === "box") return new THREE.BoxGeometry(2 * x, 2 * y, 2 * z);
    // MuJoCo's lie along z, those of three.js along y.
    if (type === "capsule") return new THREE.CapsuleGeometry(x, 2 * y, 10, 24).rotateX(Math.PI / 2);
    if (type === "cylinder") return new THREE.CylinderGeometry(x, x, 2 * y, 32).rotateX(Math.PI / 2);
    if (type === "plane") return planeGeometry(x, y);
    const { vertices, index } = meshes[mesh];
    const surface = new THREE.BufferGeometry();
    surface.setAttribute("position", new THREE.BufferAttribute(numbers(vertices), 3));
    surface.setIndex(new THREE.BufferAttribute(new Uint16Array(bytes(index)), 1));
    const facets = surface.toNonIndexed(); // every face its own normal
    facets.computeVertexNormals();
    return facets;
  }

  function planeGeometry(x, y) {
    const edgeless = [x, y].every((half) => half === 0 || half > FAR_PLANE);
    const [halfX, halfY] = edgeless ? [radius * 60, radius * 60] : [x || FAR_PLANE, y || FAR_PLANE];
    const surface = new THREE.PlaneGeometry(2 * halfX, 2 * halfY);
    const unit = 2 * tile(radius);
    // Two tiles in a picture; the plane's middle lies where four meet.
    const uv = surface.attributes.uv;
    for (let i = 0; i < uv.count; i++) uv.setXY(i, ((uv.getX(i) - 0.5) * 2 * halfX) / unit, ((uv.getY(i) - 0.5) * 2 * halfY) / unit);
    surface.userData.edgeless = edgeless;
    return surface;
  }
}

// Where to look from at first: angles about z from x, and up.
const START = {
  side: { azimuth: -Math.PI / 2 + 0.12, elevation: 0.16 },
  top: { azimuth: -Math.PI / 2, elevation: 1.25 },
  over: { azimuth: -Math.PI / 2 - 0.5, elevation: 0.5 },
};

/** Metres of the floor's tiles: 1 where that suits the body's size. */
function tile(radius) {
  return 10 ** Math.round(Math.log10(radius / 1.2));
}

function rotation(target, values, i) {
  return target.set(values[i + 1], values[i + 2], values[i + 3], values[i]).normalize();
}

function material([r, g, b, alpha]) {
  const colour = new THREE.Color().setRGB(r, g, b, THREE.SRGBColorSpace);
  return new THREE.MeshStandardMaterial({ color: colour, roughness: 0.55, metalness: 0.05, transparent: alpha < 1, opacity: alpha });
}

function placed(geom, shape, surface) {
  const mesh = new THREE.Mesh(shape, surface);
  mesh.position.set(...geom.pos);
  rotation(mesh.quaternion, geom.quat, 0);
  return mesh;
}

function newRenderer() {
  try {
    return new THREE.WebGLRenderer({ antialias: true, stencil: true });
  } catch (error) {
    throw new NoWebGL(error.message);
  }
}
