import * as THREE from "three";

const PIECES = 3000; // the oldest pieces of the trail are forgotten
const LEAST = 0.05; // length of a piece, in radii of the robot
const SHARP = 0.3; // cosine of the turn above which a piece does not begin where the last one ended

/** Draws a ribbon on the ground along the robot's way, in the colours of its skills. */
export function makeTrail(scene, radius, ground) {
  const width = radius * 0.03;
  const corners = new THREE.BufferAttribute(new Float32Array(12 * PIECES), 3);
  const tints = new THREE.BufferAttribute(new Float32Array(12 * PIECES), 3);
  const index = new Uint32Array(6 * PIECES);
  for (let i = 0; i < index.length; i++) index[i] = 4 * Math.floor(i / 6) + [0, 1, 2, 1, 3, 2][i % 6];
  const surface = new THREE.BufferGeometry().setAttribute("position", corners).setAttribute("color", tints).setIndex(new THREE.BufferAttribute(index, 1));
  const mesh = new THREE.Mesh(surface, new THREE.MeshBasicMaterial({ vertexColors: true, side: THREE.DoubleSide, transparent: true, opacity: 0.95, depthWrite: false, fog: false }));
  mesh.frustumCulled = false; // Its bounds change with every piece.
  mesh.renderOrder = 2;
  mesh.position.z = ground + radius * 0.004;
  scene.add(mesh);
  let last = null;
  let edge = null; // the last piece's far corners, where the next piece begins
  let count = 0;

  function add(x, y, colour) {
    if (!last) {
      last = [x, y];
      return;
    }
    const [dx, dy] = [x - last[0], y - last[1]];
    const length = Math.hypot(dx, dy);
    if (length < LEAST * radius) return;
    const [px, py] = [(-dy / length) * width, (dx / length) * width];
    const far = [x + px, y + py, 0, x - px, y - py, 0];
    const turn = edge && ((edge[0] - last[0]) * px + (edge[1] - last[1]) * py) / width ** 2;
    const near = edge && turn > SHARP ? edge : [last[0] + px, last[1] + py, 0, last[0] - px, last[1] - py, 0];
    const place = 12 * (count % PIECES);
    corners.array.set([...near, ...far], place);
    for (let i = 0; i < 4; i++) colour.toArray(tints.array, place + 3 * i);
    corners.needsUpdate = tints.needsUpdate = true;
    count += 1;
    surface.setDrawRange(0, 6 * Math.min(count, PIECES));
    [last, edge] = [[x, y], far];
  }

  /** The robot starts somewhere else. */
  function lift() {
    last = edge = null;
  }

  function clear() {
    lift();
    count = 0;
    surface.setDrawRange(0, 0);
  }

  clear();
  return { add, lift, clear, show: (on) => (mesh.visible = on) };
}
