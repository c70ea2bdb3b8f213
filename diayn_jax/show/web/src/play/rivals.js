import { MOST, follow, randomOf } from "./course.js";

const TRIED = 32; // skills whose way is tried, at most
const TRIAL = 3; // seconds for which each is tried
const HELD = { directed: 0.5, random: 1.25 }; // seconds for which a rival holds a skill
const STUCK = 2; // seconds; a rival that moves less than NEAR in them counts as fallen, and starts again
const NEAR = 0.25; // radii of a ring
const SHARE = 100; // milliseconds after which the page gets a turn

/**
 * Makes the rivals that play courses in a simulation of their own, faster than the world's time.
 *
 * - "directed" picks the skill that leads towards the next goal, by the ways that all skills went in a trial;
 * - "random" picks at random;
 * - "learned" asks a policy that `diayn choose` has trained, if the simulation has one;
 * - "single" holds the skill that leads to the first goal; only benchmarks ask for it.
 *
 * simulation: { begin(number) -> the first frame, play(skill, steps) -> its frames, choose(way, share) -> a skill }, all of
 * which may be promises; `way` [2] leads to the next goal, in metres, and `share` of the goals are reached.
 * world: { probes, dt, placeOf(frame), held (steps for which "learned" holds a skill; null: there is no such rival) }.
 *
 * A rival that does not get ahead starts again, as a person may: it is back at the start, and the clock goes on.
 *
 * Returns { names (of those in a game), play(name, course, goesOn) -> { name, seconds (null: it did not get there), frames } };
 * `at` of a frame are the steps since the start of the race. A rival stops when `goesOn()` is false.
 */
export function makeRivals(simulation, { probes, dt, placeOf, held }) {
  const turn = pauser();
  const every = Math.max(1, Math.ceil(probes.length / TRIED));
  const skills = probes.filter((_, i) => i % every === 0);
  const stepsOf = (seconds) => Math.max(1, Math.round(seconds / dt));
  let ways = null; // of all skills

  async function tried(skill) {
    const start = placeOf(await simulation.begin(0));
    const end = placeOf((await simulation.play(skill, stepsOf(TRIAL))).at(-1));
    await turn();
    return { skill, way: [end[0] - start[0], end[1] - start[1]] };
  }

  async function towards(x, y) {
    if (!ways) {
      ways = [];
      for (const skill of skills) ways.push(await tried(skill));
    }
    const gain = ({ way }) => way[0] * x + way[1] * y;
    return ways.reduce((best, each) => (gain(each) > gain(best) ? each : best)).skill;
  }

  // Each returns { hold (steps), pick(way to the next goal, share of the goals that are reached) }.
  const pickers = {
    directed: () => ({ hold: stepsOf(HELD.directed), pick: ([x, y]) => towards(x, y) }),
    random(course) {
      const random = randomOf(course.number + MOST + 1); // The course itself is drawn from the numbers of its own number.
      return { hold: stepsOf(HELD.random), pick: () => skills[Math.floor(random() * skills.length)] };
    },
    learned: () => ({ hold: held, pick: (way, share) => simulation.choose(way, share) }),
    single(course) {
      let skill = null;
      return { hold: stepsOf(HELD.directed), pick: async () => (skill ??= await towards(...course.goals[0])) };
    },
  };

  async function play(name, course, goesOn = () => true) {
    if (name !== "random" && name !== "learned") await towards(...course.goals[0]); // The trials come before the race.
    const { hold, pick } = pickers[name](course);
    const way = follow(course);
    const frames = [{ ...(await simulation.begin(course.number)), at: 0 }];
    const start = placeOf(frames[0]);
    let again = 0; // how often it started again
    const here = (frame) => placeOf(frame).map((x, axis) => x - start[axis]);
    while (goesOn()) {
      const [x, y] = here(frames.at(-1));
      const [gx, gy] = course.goals[way.state.next];
      const skill = await pick([gx - x, gy - y], way.state.next / course.goals.length);
      const stuck = isStuck(frames, course);
      // Another first state, because from the same one it would fall again.
      const shown = stuck ? [await simulation.begin(course.number + ++again)] : await simulation.play(skill, hold);
      for (const frame of shown) {
        frames.push({ ...frame, at: frames.at(-1).at + Math.max(1, frame.step - frames.at(-1).step) });
        const seconds = frames.at(-1).at * dt;
        const ended = way.reach(here(frame), seconds, stuck || frame.why !== 0);
        if (ended) return { name, seconds: ended === "done" ? seconds : null, frames };
      }
      await turn();
    }
    return { name, seconds: null, frames };
  }

  /** Returns whether a rival has hardly moved for some seconds of one episode. */
  function isStuck(frames, { radius }) {
    const last = frames.at(-1);
    const from = frames.findLastIndex(({ at }) => at <= last.at - stepsOf(STUCK));
    // A frame may be several steps. In one episode, its own steps grow as those since the start of the race.
    if (from < 0 || last.step - frames[from].step !== last.at - frames[from].at) return false;
    const [u, v] = placeOf(last);
    // All of them: a robot that turns round passes the same place again.
    return frames.slice(from).every((frame) => {
      const [x, y] = placeOf(frame);
      return Math.hypot(u - x, v - y) < NEAR * radius;
    });
  }

  return { names: held ? ["learned", "directed", "random"] : ["directed", "random"], play };
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
