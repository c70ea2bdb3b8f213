import * as THREE from "three";
import { frameAt } from "./decode.js";

/** Ribbons on the ground where episodes' roots go; `ground` is its height, or not finite where there is none. */
export function trails(payload, motion, ground, scene) {
  const { frames, view } = payload;
  const radius = Math.max(view.radius, 1e-3);
  const made = new Map();

  function ribbon(episode, width, [dx, dy]) {
    const corners = [];
    const index = [];
    const ahead = new THREE.Vector2(1, 0);
    const path = frames.map((_, frame) => motion.root(frame, episode));
    for (let k = 0; k + 1 < path.length; k++) {
      const [a, b] = [path[k], path[k + 1]];
      if (a.distanceToSquared(b) > 0) ahead.set(b.x - a.x, b.y - a.y).normalize();
      const [x, y] = [ahead.x * width, ahead.y * width];
      const z = Number.isFinite(ground) ? [ground, ground] : [a.z, b.z];
      corners.push(a.x - x - y, a.y - y + x, z[0], a.x - x + y, a.y - y - x, z[0], b.x + x - y, b.y + y + x, z[1], b.x + x + y, b.y + y - x, z[1]);
      index.push(...[0, 1, 2, 1, 3, 2].map((i) => 4 * k + i));
    }
    const surface = new THREE.BufferGeometry();
    surface.setAttribute("position", new THREE.Float32BufferAttribute(corners, 3));
    surface.setIndex(index);
    surface.translate(dx, dy, 0);
    return surface;
  }

  /** [the whole way, faint; the part until now] of an episode, 2·width wide. */
  function trail(episode, width, offset) {
    const key = `${episode} ${width} ${offset}`;
    if (!made.has(key)) {
      const surface = ribbon(episode, width, offset);
      made.set(
        key,
        [0.22, 0.95].map((opacity, i) => {
          const skin = new THREE.MeshBasicMaterial({ transparent: true, opacity, side: THREE.DoubleSide, depthWrite: false, fog: false });
          // Its pieces overlap; the stencil has each place drawn once, so that none shines through another.
          Object.assign(skin, { stencilWrite: true, stencilFunc: THREE.NotEqualStencilFunc, stencilZPass: THREE.ReplaceStencilOp });
          const mesh = new THREE.Mesh(i ? surface.clone() : surface, skin);
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

  /** Shows the ways of episodes until step t, `future` with what is ahead. */
  function show(episodes, t, { width, colours, offsets, future }) {
    hide();
    episodes.forEach((episode, i) => {
      const [all, past] = trail(episode, width, offsets[i]);
      for (const mesh of future ? [all, past] : [past]) {
        mesh.visible = true;
        mesh.material.color.set(colours[i]);
        // The stencil has eight bits.
        mesh.material.stencilRef = 1 + (shown.length % 254);
        shown.push(mesh);
      }
      past.geometry.setDrawRange(0, 6 * Math.max(frameAt(frames, t)[0], 0));
    });
  }

  function hide() {
    for (const mesh of shown) mesh.visible = false;
    shown = [];
  }

  /** Removes all trails: other episodes are played from now on. */
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
