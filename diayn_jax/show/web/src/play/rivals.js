import { follow } from "./course.js";

const TRIED = 32; // skills whose way is tried, at most
const TRIAL = 1.5; // seconds for which each is tried
const PICKS = { directed: 0.25, random: 1.25 }; // seconds between two picks of a rival
const SHARE = 30; // milliseconds after which the page gets a turn

/**
 * Plays a course by two rivals, faster than the world's time, in a simulation of their own.
 *
 * One picks the skill that leads towards the next goal, by the ways that all skills went in a trial; the other picks at
 * random. Returns { directed, random }, each { seconds (null: it did not get there), frames }.
 */
export async function playRivals(simulation, course, { probes, root, dt }) {
  const turn = pauser();
  const every = Math.max(1, Math.ceil(probes.length / TRIED));
  const skills = probes.filter((_, i) => i % every === 0);
  const place = ({ pos }) => [pos[3 * root], pos[3 * root + 1]];
  const ways = [];
  for (const skill of skills) {
    const start = place(simulation.advance({ skill, asked: true, first: 0 }));
    let frame = null;
    for (let t = 0; t < TRIAL; t += dt) {
      frame = simulation.advance({ skill });
      await turn();
    }
    const end = place(frame);
    ways.push([end[0] - start[0], end[1] - start[1]]);
  }

  function towards([x, y], [gx, gy]) {
    const length = Math.hypot(gx - x, gy - y) || 1;
    const gain = ([dx, dy]) => (dx * (gx - x) + dy * (gy - y)) / length;
    return skills[ways.reduce((best, way, i) => (gain(way) > gain(ways[best]) ? i : best), 0)];
  }

  async function race(pick, seconds) {
    const way = follow(course);
    const frames = [simulation.advance({ skill: skills[0], asked: true, first: 0 })];
    const start = place(frames[0]);
    const here = () => place(frames.at(-1)).map((x, axis) => x - start[axis]);
    const hold = Math.max(1, Math.round(seconds / dt));
    let skill = null;
    for (let step = 1; ; step++) {
      if (step % hold === 1 || hold === 1) skill = pick(here(), course.goals[way.state.next]);
      frames.push(simulation.advance({ skill }));
      const ended = frames.at(-1).why ? "late" : way.reach(here(), step * dt);
      if (ended) return { seconds: ended === "done" ? step * dt : null, frames };
      await turn();
    }
  }

  const random = await race(() => skills[Math.floor(Math.random() * skills.length)], PICKS.random);
  return { directed: await race(towards, PICKS.directed), random };
}

/** Returns a function that lets the page do something else now and then. */
function pauser() {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < SHARE) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    begun = performance.now();
  };
}
