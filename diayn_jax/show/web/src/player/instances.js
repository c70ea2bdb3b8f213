import * as THREE from "three";
import { frameAt } from "./decode.js";
import { geometry, material, rotation } from "./shapes.js";

const DARK = 0.1; // luminance below which a colour's limbs are lighter even on a light background
const REPEATED = 0.7; // share of the background in the colour of bodies that no skill moves, for all but the first copy
const INSIDE = 0.99; // relative size of these copies, so that they do not shine through the first one at the same place

/**
 * Draws the bodies of several episodes together: one call draws a geom for all of them, so that a hundred bodies need
 * no more draw calls than one.
 */
export function instancedBodies(payload, motion, capacity, fine) {
  const radius = Math.max(payload.view.radius, 1e-3);
  const group = new THREE.Group();
  const parts = payload.geoms
    .filter(({ body }) => body >= 0)
    .map((geom) => {
      const surface = material(geom.rgba);
      const own = surface.color.clone();
      surface.color.set(0xffffff); // Each body's own colour is multiplied with this white.
      const mesh = new THREE.InstancedMesh(geometry(geom, payload.meshes, radius, fine), surface, capacity);
      mesh.castShadow = mesh.receiveShadow = true;
      mesh.frustumCulled = false; // Its bounds would be those of the geom at the origin.
      group.add(mesh);
      const rest = new THREE.Matrix4().compose(new THREE.Vector3(...geom.pos), rotation(new THREE.Quaternion(), geom.quat, 0), new THREE.Vector3(1, 1, 1));
      return { mesh, rest, own, body: geom.body, shade: geom.shade ?? null };
    });
  const places = Array.from({ length: payload.bodies }, () => new THREE.Matrix4());
  const [a, b, p, q, one] = [new THREE.Quaternion(), new THREE.Quaternion(), new THREE.Vector3(), new THREE.Vector3(), new THREE.Vector3(1, 1, 1)];
  const matrix = new THREE.Matrix4();
  const inside = new THREE.Vector3(INSIDE, INSIDE, INSIDE);

  /** Moves body i to an episode's pose at step t plus an offset; returns its root. `repeated`: see setColour. */
  function pose(i, episode, t, [dx, dy], repeated) {
    const [frame, share] = frameAt(payload.frames, t);
    const next = Math.min(frame + 1, payload.frames.length - 1);
    const root = new THREE.Vector3();
    places.forEach((place, body) => {
      const [from, to] = [frame, next].map((f) => motion.index(f, episode, body));
      p.fromArray(motion.pos, from * 3).lerp(q.fromArray(motion.pos, to * 3), share);
      p.x += dx;
      p.y += dy;
      rotation(a, motion.quat, from * 4);
      rotation(b, motion.quat, to * 4);
      place.compose(p, a.slerp(b, share), one);
      if (body === payload.view.root) root.copy(p);
    });
    for (const { mesh, rest, body, shade } of parts) {
      matrix.multiplyMatrices(places[body], rest);
      if (repeated && shade === null) matrix.scale(inside);
      mesh.setMatrixAt(i, matrix);
    }
    return root;
  }

  /**
   * Colours body i: in its own colours (null), or in a skill's; `pale` is the share of `paper`, the background, in it.
   * Objects that no skill moves, such as a block to push, are paler if they are `repeated`.
   */
  function setColour(i, colour, { pale, paper, dark, repeated }) {
    for (const { mesh, own, shade } of parts) {
      const mine = colour === null || shade === null ? own : new THREE.Color(limbColour(colour, shade, dark));
      const share = repeated && shade === null ? Math.max(pale, REPEATED) : pale;
      mesh.setColorAt(i, share ? mine.clone().lerp(paper, share) : mine);
    }
  }

  /** Shows the first `count` bodies. */
  function show(count) {
    group.visible = count > 0;
    for (const { mesh } of parts) {
      mesh.count = count;
      mesh.instanceMatrix.needsUpdate = true;
      if (mesh.instanceColor) mesh.instanceColor.needsUpdate = true;
    }
  }

  function dispose() {
    for (const { mesh } of parts) {
      mesh.geometry.dispose();
      mesh.material.dispose();
      mesh.dispose();
    }
    group.removeFromParent();
  }

  return { group, capacity, pose, setColour, show, dispose };
}

const mixed = new Map();

/**
 * Returns a limb's colour: the skill's mixed with white, or with black if white would bring it too near to a light
 * background.
 * show/players/skill_materials.py does the same for films.
 */
function limbColour(hex, share, dark) {
  if (!share) return hex;
  const key = `${hex} ${share} ${dark}`;
  if (!mixed.has(key)) {
    const parts = [1, 3, 5].map((k) => parseInt(hex.slice(k, k + 2), 16));
    const { r, g, b } = new THREE.Color(hex); // linear
    const towards = dark || 0.2126 * r + 0.7152 * g + 0.0722 * b < DARK ? 255 : 0;
    mixed.set(key, `#${parts.map((x) => Math.round(x + (towards - x) * share).toString(16).padStart(2, "0")).join("")}`);
  }
  return mixed.get(key);
}
