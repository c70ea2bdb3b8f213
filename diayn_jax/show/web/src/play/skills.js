const TURN = 2 * Math.PI;
const WIDE = 2; // length of the z of a normal prior at the ring's edge

/**
 * Returns the skills that a person can pick: { entries: [{ z, angle, ends }], isDisc, towards(x, y), nameOf(z, entry) }.
 *
 * An entry is a skill with a colour and a place on the ring, whose angle is clockwise from the top, in turns; `ends` are
 * the angles halfway to its neighbours. On a disc
 * each direction is a skill of its own; elsewhere `towards` finds the entry that lies there. It returns { z, entry }, or
 * null if nothing is pushed.
 */
export function choiceOf({ kind, space, probes, places, labels }) {
  const isDisc = kind === "wheel" && space !== "dirichlet" && probes[0].length === 2;
  // Places on the wheel are counted from the x axis, counterclockwise.
  const angles = probes.map((_, i) => (kind === "wheel" ? (1.25 - places[i]) % 1 : i / probes.length));
  const entries = probes.map((z, i) => ({ z, angle: angles[i], ends: endsOf(angles, i) }));

  function nearest(x, y) {
    const angle = (Math.atan2(x, y) / TURN + 1) % 1;
    const away = (entry) => Math.abs(((entry.angle - angle + 1.5) % 1) - 0.5);
    return entries.reduce((best, entry, i) => (away(entry) < away(entries[best]) ? i : best), 0);
  }

  return {
    entries,
    isDisc,
    towards(x, y) {
      const length = Math.hypot(x, y);
      if (length < 0.15) return null;
      const entry = nearest(x, y);
      return { entry, z: isDisc ? vector(space, x, y, length) : probes[entry] };
    },
    nameOf: (z, entry) => (isDisc ? `z = (${z.map((part) => part.toFixed(2).replace("-", "\u2212")).join(", ")})` : labels[entry]),
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
