/**
 * Places a camera that sees several balls completely, and places bodies beside each other. show/films/camera.py does the
 * same for films.
 */

/** The first view of one body: the angle about z from x, and the angle upwards. */
export const START = {
  side: { azimuth: -Math.PI / 2 + 0.12, elevation: 0.16 },
  top: { azimuth: -Math.PI / 2, elevation: 1.25 },
  over: { azimuth: -Math.PI / 2 - 0.5, elevation: 0.5 },
};

/** The first view of all skills together: the angle about z from x, and the angle upwards. */
export const SCENE_START = {
  side: { azimuth: -Math.PI / 2 + 0.5, elevation: 0.42 },
  top: { azimuth: -Math.PI / 2, elevation: 1.25 },
  over: { azimuth: -Math.PI / 2 - 0.5, elevation: 0.62 },
};

const LANE = 0.9; // distance between bodies that move along a line, in radii
const SPOT = 2.3; // distance between bodies that stay in place, in radii

/**
 * Returns how far each of `count` bodies is moved from its own place, [[x, y], …]. Bodies that move in one plane get
 * parallel lanes, bodies that stay in place get the points of a grid, and all other bodies are not moved.
 */
export function offsets(count, { look, travels, radius }) {
  const middle = (n) => (n - 1) / 2;
  if (look === "side") return Array.from({ length: count }, (_, i) => [0, (middle(count) - i) * LANE * radius]);
  if (travels) return Array.from({ length: count }, () => [0, 0]);
  const columns = Math.ceil(Math.sqrt(count * 1.6));
  const rows = Math.ceil(count / columns);
  return Array.from({ length: count }, (_, i) => [
    ((i % columns) - middle(columns)) * SPOT * radius,
    (middle(rows) - Math.floor(i / columns)) * SPOT * radius,
  ]);
}

/** Returns the unit vectors of a camera that looks from this direction: right, up, and ahead. */
export function axesOf(azimuth, elevation) {
  const [c, s, ce, se] = [Math.cos(azimuth), Math.sin(azimuth), Math.cos(elevation), Math.sin(elevation)];
  return { right: [-s, c, 0], up: [-c * se, -s * se, ce], ahead: [-c * ce, -s * ce, -se] };
}

/**
 * Finds the nearest position of a camera with these axes from which all balls are fully visible.
 *
 * add(x, y, z) adds a ball of the given radius; copy() copies the framer with its balls; place() returns { eye, target,
 * distance }, with the target at the depth of the balls' middle. A visible ball lies within four planes through the eye;
 * each plane's bound is a maximum over balls, so adding balls only moves the camera back.
 */
export function framer({ right, up, ahead }, tanX, tanY, radius, noted = null) {
  const least = noted?.least ?? { right: -Infinity, left: -Infinity, top: -Infinity, bottom: -Infinity };
  let [near, far] = noted?.depth ?? [Infinity, -Infinity];
  const [roomX, roomY] = [radius * Math.hypot(1, tanX), radius * Math.hypot(1, tanY)];
  return {
    add(x, y, z) {
      const r = right[0] * x + right[1] * y + right[2] * z;
      const u = up[0] * x + up[1] * y + up[2] * z;
      const a = ahead[0] * x + ahead[1] * y + ahead[2] * z;
      least.right = Math.max(least.right, r - tanX * a + roomX);
      least.left = Math.max(least.left, -r - tanX * a + roomX);
      least.top = Math.max(least.top, u - tanY * a + roomY);
      least.bottom = Math.max(least.bottom, -u - tanY * a + roomY);
      [near, far] = [Math.min(near, a), Math.max(far, a)];
    },
    copy: () => framer({ right, up, ahead }, tanX, tanY, radius, { least: { ...least }, depth: [near, far] }),
    place() {
      const r = (least.right - least.left) / 2;
      const u = (least.top - least.bottom) / 2;
      const a = Math.min(-(least.right + least.left) / (2 * tanX), -(least.top + least.bottom) / (2 * tanY));
      const distance = (near + far) / 2 - a;
      const at = (depth) => [0, 1, 2].map((k) => r * right[k] + u * up[k] + depth * ahead[k]);
      return { eye: at(a), target: at(a + distance), distance };
    },
  };
}
