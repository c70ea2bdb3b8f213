import { h } from "../dom.js";
import { fixed } from "../format.js";
import { coursesOf, follow } from "./course.js";
import { playRivals } from "./rivals.js";

const KEPT = 5; // times of a course that the best list keeps
const seconds = (x) => (x === null ? "not there" : `${fixed(x, 0.1)} s`);

/**
 * Makes the game: courses of waypoints against the clock, a best list that the browser keeps, and rivals where the page
 * itself simulates.
 *
 * page: { data, source, player (its `reset` begins a course), scene() }.
 *
 * Returns { panel, showWorld(world), onFrame(frame), next() (the direction of the next goal [x, y], or null) }.
 */
export function makeGame({ data, source, player, scene }) {
  const buttons = h("div", { class: "play-toggles" });
  const told = h("p", { class: "play-told", role: "status" });
  const table = h("table", { class: "play-scores", hidden: true });
  const panel = h("details", { hidden: true }, h("summary", {}, "Game"), h("div", { class: "play-controls" }, buttons, told, table));
  let world = null;
  let playing = null; // { course, way, start, rivals, counts }

  function showWorld(given) {
    world = given;
    const courses = coursesOf(world.world);
    panel.hidden = !courses.length;
    buttons.replaceChildren(...courses.map((course) => h("button", { type: "button", onclick: () => begin(course) }, course.name)));
  }

  async function begin(course) {
    stop();
    const mine = (playing = { course, way: follow(course), start: null, rivals: null });
    if (source().newSimulation) {
      told.textContent = "Two rivals play first\u2026";
      mine.rivals = await rivalsOf(course);
      if (playing !== mine) return; // Another course was chosen meanwhile.
    }
    told.textContent = "Go!";
    player.reset();
  }

  async function rivalsOf(course) {
    const simulation = source().newSimulation();
    try {
      return await playRivals(simulation, course, { probes: data.skills.probes, root: world.world.view.root, dt: world.dt });
    } finally {
      simulation.close();
    }
  }

  function onFrame(frame) {
    if (!playing || (!playing.start && frame.step)) return;
    const place = scene().placeOf(frame);
    if (!playing.start) playing.start = place;
    else if (frame.why) {
      // The person started again, or the robot fell.
      Object.assign(playing, { way: follow(playing.course), start: place });
    }
    const { course, way, start, rivals } = playing;
    const now = frame.step * world.dt;
    const ended = way.reach([place[0] - start[0], place[1] - start[1]], now);
    scene().showGoals(course.goals.map(([x, y], i) => ({ x: x + start[0], y: y + start[1], radius: course.radius, state: i < way.state.next ? "done" : i === way.state.next ? "next" : "later" })));
    scene().showGhost(ghostAt(rivals, frame.step, start));
    if (ended) return end(ended === "done" ? now : null);
    told.textContent = `${course.name}: waypoint ${way.state.next + 1} of ${course.goals.length}, ${seconds(now)}`;
  }

  /** Returns the rival's frame, moved to the person's start. */
  function ghostAt(rivals, step, start) {
    if (!rivals) return null;
    const { frames } = rivals.directed;
    const frame = frames[Math.min(step, frames.length - 1)];
    const from = scene().placeOf(frames[0]);
    return { ...frame, offset: [start[0] - from[0], start[1] - from[1]] };
  }

  function end(time) {
    const { course, rivals } = playing;
    const best = keep(course, time);
    told.textContent = time === null ? `${course.name}: time is up.` : `${course.name}: ${seconds(time)}${best[0] === time ? ", your best" : ""}.`;
    const rows = [["you", time], ...(rivals ? [["who picks by direction", rivals.directed.seconds], ["who picks at random", rivals.random.seconds]] : []), ...best.map((x, i) => [`best ${i + 1}`, x])];
    table.replaceChildren(h("tbody", {}, rows.map(([who, x]) => h("tr", {}, h("th", { scope: "row" }, who), h("td", {}, seconds(x))))));
    table.hidden = false;
    playing = null;
  }

  /** Adds a time to the best list of this course; returns the list. */
  function keep(course, time) {
    const key = `diayn_jax.best.${data.title}.${data.name}.${course.name}`;
    try {
      const best = [...JSON.parse(localStorage.getItem(key) ?? "[]"), ...(time === null ? [] : [time])].sort((a, b) => a - b).slice(0, KEPT);
      localStorage.setItem(key, JSON.stringify(best));
      return best;
    } catch {
      return time === null ? [] : [time]; // A page opened from disk may have no access to storage.
    }
  }

  function stop() {
    playing = null;
    table.hidden = true;
    scene().showGoals([]);
    scene().showGhost(null);
  }

  return { panel, showWorld, onFrame };
}
