import { h } from "../dom.js";
import { fixed } from "../format.js";
import { secondsOfStep } from "../player/clock.js";
import { MOST, coursesOf, follow } from "./course.js";
import { makeRivals } from "./rivals.js";

const KEPT = 5; // times of a course that the best list keeps
const seconds = (x) => (x === null ? "not there" : `${fixed(x, 0.1)} s`);
const RIVALS = { learned: "rival: learned to choose", directed: "rival: by direction", random: "rival: at random" };

/**
 * Makes the game: numbered courses of waypoints against the clock, a best list that the browser keeps, and rivals, which
 * play before the person.
 *
 * page: { data, source, player (its `reset` begins a course), scene() }.
 *
 * Returns { panel, showWorld(world), onFrame(frame), courses(), rivals() }.
 */
export function makeGame({ data, source, player, scene }) {
  const buttons = h("div", { class: "play-toggles" });
  const told = h("p", { class: "play-told", role: "status" });
  const table = h("table", { class: "play-scores", hidden: true });
  const number = h("input", { type: "number", min: 1, max: MOST, step: 1, value: 1, "aria-label": "Course number" });
  const chooser = h("label", { class: "play-number" }, h("span", {}, "Course"), number);
  const panel = h("details", { hidden: true }, h("summary", {}, "Game"), h("div", { class: "play-controls" }, chooser, buttons, told, table));
  let world = null;
  // { course, way, going (the rivals are done), start, at (steps since the start), last (frame), rivals (what each did), failure }
  let playing = null;

  function showWorld(given) {
    world = given;
    const courses = coursesOf(world.world);
    panel.hidden = !courses.length;
    buttons.replaceChildren(...courses.map(({ name, draw }) => h("button", { type: "button", onclick: () => begin(draw(chosen())) }, name)));
  }

  /** Returns the number of the course, within its bounds. */
  function chosen() {
    number.value = Math.min(Math.max(Math.round(Number(number.value)) || 1, 1), MOST);
    return Number(number.value);
  }

  async function begin(course) {
    stop();
    const mine = (playing = { course, way: follow(course), going: false, start: null, at: 0, last: null, rivals: [], failure: "" });
    told.textContent = "The rivals play first\u2026";
    try {
      await playRivals(mine);
    } catch (error) {
      mine.failure = ` The rivals cannot play: ${error.message ?? error}`;
    }
    if (playing !== mine) return; // Another course was chosen meanwhile.
    told.textContent = `Go!${mine.failure}`;
    mine.going = true;
    player.reset();
  }

  async function playRivals(mine) {
    const { names, play, close } = await rivals();
    try {
      for (const [i, name] of names.entries()) {
        if (playing !== mine) return;
        told.textContent = `The rivals play first\u2026 ${i + 1} of ${names.length}`;
        mine.rivals.push(await play(name, mine.course, () => playing === mine));
      }
    } finally {
      close();
    }
  }

  /** Makes the rivals, with a simulation of their own; `close` ends it. */
  async function rivals() {
    const simulation = await source().rival();
    const about = { probes: data.skills.probes, dt: secondsOfStep(world.dt), placeOf: scene().placeOf, held: data.source.rival?.steps };
    return { ...makeRivals(simulation, about), close: simulation.close };
  }

  function onFrame(frame) {
    if (!playing?.going || (!playing.start && frame.step)) return;
    const place = scene().placeOf(frame);
    if (!playing.start) playing.start = place;
    // The clock goes on if the person starts again, or the robot falls.
    else playing.at += Math.max(1, frame.step - playing.last.step);
    playing.last = frame;
    const { course, way, start, at, rivals } = playing;
    const now = at * secondsOfStep(world.dt);
    const ended = way.reach([place[0] - start[0], place[1] - start[1]], now, frame.why !== 0);
    scene().showGoals(course.goals.map(([x, y], i) => ({ x: x + start[0], y: y + start[1], radius: course.radius, state: i < way.state.next ? "done" : i === way.state.next ? "next" : "later" })));
    scene().showGhost(ghostAt(rivals, at, start));
    if (ended) return end(ended === "done" ? now : null);
    told.textContent = `${nameOf(course)}: waypoint ${way.state.next + 1} of ${course.goals.length}, ${seconds(now)}`;
  }

  /** Returns the frame of the rival that was fastest, moved to the person's start; null if there is no rival. */
  function ghostAt(rivals, at, start) {
    if (!rivals.length) return null;
    const time = (rival) => rival.seconds ?? Infinity;
    const { frames } = rivals.reduce((best, each) => (time(each) < time(best) ? each : best));
    const frame = frames.findLast((each) => each.at <= at);
    const from = scene().placeOf(frames[0]);
    return { ...frame, offset: [start[0] - from[0], start[1] - from[1]] };
  }

  function end(time) {
    const { course, rivals, failure } = playing;
    const best = keep(course, time);
    const ended = time === null ? "time is up" : `${seconds(time)}${best[0] === time ? ", your best" : ""}`;
    told.textContent = `${nameOf(course)}: ${ended}.${failure}`;
    const rows = [["you", time], ...rivals.map((rival) => [RIVALS[rival.name], rival.seconds]), ...best.map((x, i) => [`best ${i + 1}`, x])];
    table.replaceChildren(h("tbody", {}, rows.map(([who, x]) => h("tr", {}, h("th", { scope: "row" }, who), h("td", {}, seconds(x))))));
    table.hidden = false;
    playing = null;
  }

  /** Adds a time to the best list of this course; returns the list. */
  function keep(course, time) {
    const key = `diayn_jax.best.${data.title}.${data.name}.${nameOf(course)}`;
    try {
      const best = [...JSON.parse(localStorage.getItem(key) ?? "[]"), ...(time === null ? [] : [time])].sort((a, b) => a - b).slice(0, KEPT);
      localStorage.setItem(key, JSON.stringify(best));
      return best;
    } catch {
      return time === null ? [] : [time]; // A page opened from disk may have no access to storage.
    }
  }

  const nameOf = ({ name, number }) => `${name} ${number}`;

  function stop() {
    playing = null;
    table.hidden = true;
    scene().showGoals([]);
    scene().showGhost(null);
  }

  return { panel, showWorld, onFrame, courses: () => coursesOf(world.world), rivals };
}
