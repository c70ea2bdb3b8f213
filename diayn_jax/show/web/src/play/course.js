import { randomLcg } from "d3-random";

export const LIMIT = 60; // seconds of the world's time within which a course must be done
export const MOST = 999; // number of the last course of a kind
const ROOM = 8.3; // units from the start within which all rings lie

/** Returns the random numbers in [0, 1) of a whole number, which are the same each time. */
export function randomOf(number) {
  // The first number of a linear generator grows with its seed, so the seeds of neighbours must be far apart. The
  // multiplications and shifts mix all bits of the number (an integer hash in the manner of MurmurHash3).
  let mixed = Math.imul(number ^ (number >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return randomLcg(((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32);
}

/**
 * Returns the kinds of courses of a world: [{ name, draw(number) }]; [] if its robot does not travel.
 *
 * `draw` returns course `number` of its kind: { name, number, goals: [[x, y], …], radius } in metres. Goals are reached
 * one after the other; x and y count from the robot's start.
 */
export function coursesOf({ kind, view, limits, trail, background }) {
  if (kind === "mujoco" && view.travels && view.look === "over") return kinds(PLANE, view.radius * 1.5);
  if (kind === "mujoco" && view.travels && view.look === "side") return kinds(LINE, view.radius * 1.5);
  // A course knows nothing of walls; a single one is the edge of the world.
  const walls = kind === "plane" ? background.filter(({ role }) => role === "wall").length : 0;
  if (kind === "plane" && trail && walls <= 1) return kinds(PLANE, Math.min(...limits.map(([low, high]) => high - low)) / 20);
  return [];
}

/** Makes the courses of a table; `unit` is the radius of a ring, in metres. */
function kinds(table, unit) {
  return Object.entries(table).map(([name, goalsOf]) => ({
    name,
    draw: (number) => ({ name, number, radius: unit, goals: goalsOf(randomOf(number)).map((goal) => goal.map((x) => x * unit)) }),
  }));
}

const polar = (length, angle) => [length * Math.cos(angle), length * Math.sin(angle)];
const anyAngle = (random) => 2 * Math.PI * random();

// Goals of each kind, in units, by random numbers: on the ground, and along a line.
const PLANE = {
  Waypoints(random) {
    const goals = [];
    while (goals.length < 5) {
      const [x, y] = goals.at(-1) ?? [0, 0];
      const [dx, dy] = polar(3 + 2 * random(), anyAngle(random));
      if (Math.hypot(x + dx, y + dy) < ROOM) goals.push([x + dx, y + dy]);
    }
    return goals;
  },
  Slalom(random) {
    const [heading, first] = [anyAngle(random), random() < 0.5 ? 1 : -1];
    return [1, 2, 3, 4].map((i) => {
      const [along, aside] = [polar(2 * i, heading), polar((1 + random()) * first * (-1) ** i, heading + Math.PI / 2)];
      return [along[0] + aside[0], along[1] + aside[1]];
    });
  },
  Race: (random) => [polar(6 + 2 * random(), anyAngle(random)), [0, 0]],
};
const LINE = {
  Race: (random) => [[9 + 5 * random(), 0]],
  "There and back": (random) => [[5 + 3 * random(), 0], [0, 0]],
};

/**
 * Follows a robot along a course from its start. Returns { state: { next (the number of the next goal) }, reach(place,
 * seconds, anew) }; `reach` returns "done", "late" or null. If the robot starts `anew`, it is back at the start, and must
 * reach all goals again; the clock goes on. Otherwise a new start would lead to goals that lie there.
 */
export function follow({ goals, radius }) {
  const state = { next: 0 };
  return {
    state,
    reach([x, y], seconds, anew) {
      const [gx, gy] = goals[state.next];
      if (anew) state.next = 0;
      else if (Math.hypot(gx - x, gy - y) < radius) state.next += 1;
      if (state.next === goals.length) return "done";
      return seconds > LIMIT ? "late" : null;
    },
  };
}
