import * as THREE from "three";
import { frameAt } from "./decode.js";

/** Draws ribbons on the ground along the roots' paths; `ground` is its height, or not finite if there is none. */
export function trails(payload, motion, ground, scene) {
  const { frames, view } = payload;
  const radius = Math.max(view.radius, 1e-3);
  const made = new Map();

  // Every ribbon has two triangles between a frame and the next.
  const triangles = new THREE.BufferAttribute(new Uint32Array(6 * (frames.length - 1)), 1);
  for (let i = 0; i < triangles.count; i++) triangles.array[i] = 4 * Math.floor(i / 6) + [0, 1, 2, 1, 3, 2][i % 6];

  /** Returns the corners of a ribbon, four between a frame and the next. */
  function ribbon(episode, width, [dx, dy]) {
    const corners = new Float32Array(12 * (frames.length - 1));
    let [x, y] = [width, 0]; // half the ribbon's width, in the direction of motion
    for (let k = 0; k + 1 < frames.length; k++) {
      const [a, b] = [k, k + 1].map((frame) => motion.index(frame, episode, view.root) * 3);
      const [ax, ay, az] = [motion.pos[a] + dx, motion.pos[a + 1] + dy, motion.pos[a + 2]];
      const [bx, by, bz] = [motion.pos[b] + dx, motion.pos[b + 1] + dy, motion.pos[b + 2]];
      const length = Math.hypot(bx - ax, by - ay);
      if (length) [x, y] = [((bx - ax) * width) / length, ((by - ay) * width) / length];
      const [from, to] = Number.isFinite(ground) ? [ground, ground] : [az, bz];
      corners.set([ax - x - y, ay - y + x, from, ax - x + y, ay - y - x, from, bx + x - y, by + y + x, to, bx + x + y, by + y - x, to], 12 * k);
    }
    return new THREE.BufferAttribute(corners, 3);
  }

  /** Returns an episode's ribbons, 2·width wide: [the whole way, faint; the way so far]. */
  function trail(episode, width, offset) {
    const key = `${episode} ${width} ${offset}`;
    if (!made.has(key)) {
      const corners = ribbon(episode, width, offset);
      made.set(
        key,
        [0.22, 0.95].map((opacity, i) => {
          const skin = new THREE.MeshBasicMaterial({ transparent: true, opacity, side: THREE.DoubleSide, depthWrite: false, fog: false });
          // Its pieces overlap; by the stencil each pixel is drawn once, so that no piece shines through another.
          Object.assign(skin, { stencilWrite: true, stencilFunc: THREE.NotEqualStencilFunc, stencilZPass: THREE.ReplaceStencilOp });
          const surface = new THREE.BufferGeometry().setAttribute("position", corners).setIndex(triangles);
          const mesh = new THREE.Mesh(surface, skin);
          mesh.frustumCulled = false; // Computing its bounds would cost more than it saves.
          mesh.position.z = radius * 0.003 * (1 + i);
          mesh.renderOrder = 2 + i;
          mesh.visible = false;
          scene.add(mesh);
          return mesh;
        }),
      );
    }
    return made.get(key);
  }

  let shown = [];

  /** Shows the ways of episodes up to step t; with `future` also the ways ahead. */
  function show(episodes, t, { width, colours, offsets, future }) {
    hide();
    const pieces = Math.max(frameAt(frames, t)[0], 0);
    // At the start there are no trails yet, and making them would delay the first frame.
    if (!pieces && !future) return;
    episodes.forEach((episode, i) => {
      const [all, past] = trail(episode, width, offsets[i]);
      for (const mesh of future ? [all, past] : [past]) {
        mesh.visible = true;
        mesh.material.color.set(colours[i]);
        // The stencil buffer has eight bits.
        mesh.material.stencilRef = 1 + (shown.length % 254);
        shown.push(mesh);
      }
      past.geometry.setDrawRange(0, 6 * pieces);
    });
  }

  function hide() {
    for (const mesh of shown) mesh.visible = false;
    shown = [];
  }

  /** Removes all trails, because other episodes are played from now on. */
  function clear() {
    hide();
    for (const mesh of [...made.values()].flat()) {
      mesh.geometry.dispose();
      mesh.material.dispose();
      mesh.removeFromParent();
    }
    made.clear();
  }

  return { show, hide, clear };
}
