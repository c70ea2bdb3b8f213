import * as THREE from "three";
import { checker, geometry, material, placed, tile } from "./shapes.js";

export const FIELD = 32; // the camera's field of view, degrees
const FAR = 12; // nothing is drawn beyond this many times the distance to the target

/** The browser has no WebGL, so players stay empty; this is not an error of the page. */
export class NoWebGL extends Error {}

/**
 * Makes the place in which MuJoCo's bodies are drawn: a renderer, a scene with its light and the geoms that do not
 * move, and a camera.
 *
 * payload: the geoms, meshes and view of show/players/bodies.py. spread: metres within which bodies move. canvas: the
 * canvas to draw on; null: one of its own.
 *
 * Returns { renderer, scene, camera, ground (the floor's height, or not finite), paper (the background's colour),
 * applyTheme(theme), aim(target, distance, reach), castShadows(on), dispose() }. `aim` turns the camera to the target;
 * its position is set before. Bodies within `reach` of the target cast shadows.
 *
 * Throws NoWebGL if the browser has none.
 */
export function makeStage(payload, spread, canvas = null) {
  const radius = Math.max(payload.view.radius, 1e-3);
  const renderer = newRenderer(canvas);
  renderer.shadowMap.enabled = true;
  renderer.shadowMap.type = THREE.PCFShadowMap;
  renderer.domElement.addEventListener("webglcontextlost", (event) => event.preventDefault());

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

  function aim(target, distance, reach) {
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

  function dispose() {
    scene.traverse((object) => {
      object.geometry?.dispose();
      object.material?.map?.dispose();
      object.material?.dispose();
    });
    renderer.dispose();
    renderer.forceContextLoss();
  }

  return { renderer, scene, camera, ground, paper, applyTheme, aim, castShadows: (on) => (sun.castShadow = on), dispose };
}

function newRenderer(canvas) {
  try {
    return new THREE.WebGLRenderer({ antialias: true, stencil: true, ...(canvas && { canvas }) });
  } catch (error) {
    throw new NoWebGL(error.message);
  }
}
