import { fixed } from "../format.js";

const TURN = 2 * Math.PI;
const WIDE = 2; // length of the z of a normal prior at the ring's edge

/**
 * Returns the skills that a person can pick: { entries: [{ z, angle, ends }], isDisc, onRing(z), towards(x, y),
 * nameOf(z, entry) }. On a disc, `onRing` returns [x, y] of a z; if the skills' way is known, the ring is turned so that the
 * robot goes where the person pushes.
 *
 * An entry is a skill with a colour and a place on the ring, whose angle is clockwise from the top, in turns; `ends` are
 * the angles halfway to its neighbours. On a disc
 * each direction is a skill of its own; elsewhere `towards` finds the entry that lies there. It returns { z, entry }, or
 * null if nothing is pushed.
 */
export function choiceOf({ kind, space, probes, places, labels, steering }) {
  const isDisc = kind === "wheel" && space !== "dirichlet" && probes[0].length === 2;
  // The columns are the z of a push to the right, and of one upwards.
  const [[a, b], [c, d]] = (isDisc && steering) || [[1, 0], [0, 1]];
  const onRing = ([p, q]) => [a * p + c * q, b * p + d * q];
  const angles = probes.map((z, i) => {
    if (kind !== "wheel") return i / probes.length;
    // Places on the wheel are counted from the x axis, counterclockwise.
    const place = isDisc ? Math.atan2(...onRing(z).reverse()) / TURN : places[i];
    return (2.25 - place) % 1;
  });
  const entries = probes.map((z, i) => ({ z, angle: angles[i], ends: endsOf(angles, i) }));

  function nearest(x, y) {
    const angle = (Math.atan2(x, y) / TURN + 1) % 1;
    const away = (entry) => Math.abs(((entry.angle - angle + 1.5) % 1) - 0.5);
    return entries.reduce((best, entry, i) => (away(entry) < away(entries[best]) ? i : best), 0);
  }

  return {
    entries,
    isDisc,
    onRing,
    towards(x, y) {
      const length = Math.hypot(x, y);
      if (length < 0.15) return null;
      const entry = nearest(x, y);
      return { entry, z: isDisc ? vector(space, a * x + b * y, c * x + d * y, length) : probes[entry] };
    },
    nameOf: (z, entry) => (isDisc ? `z = (${z.map((part) => fixed(part, 0.01)).join(", ")})` : labels[entry]),
  };
}

/** Returns the angles halfway to the neighbours of angle i of all angles; they may lie below 0 or above 1. */
function endsOf(angles, i) {
  const others = angles.filter((_, k) => k !== i).map((other) => (other - angles[i] + 1) % 1);
  if (!others.length) return [-0.5, 0.5];
  return [angles[i] - (1 - Math.max(...others)) / 2, angles[i] + Math.min(...others) / 2];
}

/** Returns the skill [2] that a push [x, y] means in a space. */
function vector(space, x, y, length) {
  if (space === "sphere") return [x / length, y / length];
  const strength = Math.min(length, 1) / length;
  if (space === "box") return [x * strength, y * strength];
  return [WIDE * x * strength, WIDE * y * strength];
}
