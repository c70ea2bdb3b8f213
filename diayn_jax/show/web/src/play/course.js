const LIMIT = 60; // seconds of the world's time within which a course must be done

/**
 * Returns the courses of a world: [{ name, goals: [[x, y], …], radius }] in metres; [] if its robot does not travel.
 *
 * Goals are reached one after the other; x and y count from the robot's start.
 */
export function coursesOf({ kind, view, limits, trail }) {
  if (kind === "mujoco" && view.travels && view.look === "over") return plane(view.radius * 1.5);
  if (kind === "mujoco" && view.travels && view.look === "side") return line(view.radius * 1.5);
  if (kind === "plane" && trail) {
    const half = Math.min(...limits.map(([low, high]) => (high - low) / 2));
    return plane(half / 10).map((course) => ({ ...course, goals: course.goals.map((goal) => goal.map((x) => Math.min(Math.max(x, -0.85 * half), 0.85 * half))) }));
  }
  return [];
}

function plane(unit) {
  const course = (name, goals) => ({ name, radius: unit, goals: goals.map((goal) => goal.map((x) => x * unit)) });
  return [
    course("Waypoints", [[4, 0], [4, 5], [-3, 5], [-5, -2]]),
    course("Slalom", [[3, 2], [6, -2], [9, 2], [12, -2]]),
    course("Race", [[8, 0], [0, 0]]),
  ];
}

function line(unit) {
  const course = (name, goals) => ({ name, radius: unit, goals: goals.map((x) => [x * unit, 0]) });
  return [course("Race", [12]), course("There and back", [6, 0])];
}

/**
 * Follows a robot along a course from its start. Returns { next (the number of the next goal), reach(place, seconds) };
 * `reach` returns "done", "late" or null.
 */
export function follow({ goals, radius }) {
  const state = { next: 0 };
  return {
    state,
    reach([x, y], seconds) {
      const [gx, gy] = goals[state.next];
      if (Math.hypot(gx - x, gy - y) < radius) state.next += 1;
      if (state.next === goals.length) return "done";
      return seconds > LIMIT ? "late" : null;
    },
  };
}
