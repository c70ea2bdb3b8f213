import { fixed } from "../format.js";
import { h } from "../dom.js";
import { choice } from "./controls.js";

export const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8];
const NO_CLOCK = 0.2; // seconds; if steps are longer, there is no clock, and a step is played
const THEIR_STEP = 0.05; // in this many seconds
const PAUSE_AT_END = 0.8; // seconds before it starts again

/** Returns whether a world has a clock, so that its time can be told in seconds. */
export function hasClock(dt) {
  return dt <= NO_CLOCK;
}

/** Returns the seconds in which a step is played. */
export function secondsOfStep(dt) {
  return hasClock(dt) ? dt : THEIR_STEP;
}

/**
 * Makes the time of a gallery, in steps, and its controls.
 *
 * changed(): called when another time must be painted; started(): called when it starts to play; onRest(step): called
 * when the reader pauses or moves to a step, and with null when the reader plays; atEnd(): whether something else handles
 * the end. The returned record is at the end of the function.
 */
export function makeClock({ steps, dt }, { changed, started, onRest, atEnd }) {
  const stepSeconds = secondsOfStep(dt);
  let time = 0;
  let playing = false;
  let speed = 1;
  let waited = 0; // seconds spent at the end
  const button = h("button", { type: "button", class: "player-play", onclick: toggle });
  const scrub = h("input", { type: "range", class: "player-scrub", min: 0, max: steps, step: 1, value: 0, "aria-label": "Step of the episode" });
  scrub.addEventListener("input", () => rest(Number(scrub.value)));
  const output = h("output", { class: "player-clock", "aria-live": "off" });
  const speeds = choice("Speed", SPEEDS.map((factor) => [factor, `${factor}\u00d7`]), 1, (value) => setSpeed(Number(value)));
  // The first row stays visible while the page scrolls over many skills.
  const controls = h("div", { class: "player-row player-controls", role: "group", "aria-label": "Playback" }, button, scrub, output);

  function label() {
    button.textContent = playing ? "\u275a\u275a" : "\u25b6\ufe0e";
    button.setAttribute("aria-label", playing ? "Pause" : "Play");
    button.title = playing ? "Pause" : "Play";
  }

  function play() {
    if (time >= steps) time = 0;
    playing = true;
    waited = 0;
    label();
    started();
  }

  /** Pauses, at a given step or at the current one. */
  function pause(step = Math.round(time)) {
    playing = false;
    label();
    rest(step);
  }

  function toggle() {
    if (playing) return pause();
    play();
    onRest(null);
  }

  function seek(step) {
    time = Math.min(Math.max(Number(step) || 0, 0), steps);
    waited = 0;
    show();
    changed();
  }

  /** Moves to a step at the reader's request. */
  function rest(step) {
    seek(step);
    if (!playing) onRest(Math.round(time));
  }

  function setSpeed(factor) {
    speed = Math.min(Math.max(Number(factor) || 1, 0.01), 100);
    speeds.querySelector("select").value = String(speed);
  }

  function advance(seconds) {
    if (time < steps) {
      time = Math.min(time + (seconds * speed) / stepSeconds, steps);
      return;
    }
    if (atEnd()) return;
    waited += seconds;
    if (waited < PAUSE_AT_END) return;
    waited = 0;
    time = 0;
  }

  /** Shows the time, if it has changed. */
  function show() {
    const step = Math.floor(time + 1e-6);
    const text = `step ${step} of ${steps}${hasClock(dt) ? ` \u00b7 ${fixed(step * dt, steps * dt < 10 ? 0.01 : 0.1)} s` : ""}`;
    if (output.value === text) return;
    output.value = text;
    scrub.value = step;
    scrub.setAttribute("aria-valuetext", text);
    scrub.style.setProperty("--done", `${(100 * step) / steps}%`);
  }

  label();
  return {
    controls,
    speeds,
    scrub,
    stepSeconds,
    play,
    pause,
    toggle,
    seek,
    setSpeed,
    advance,
    show,
    slower: () => setSpeed(SPEEDS.findLast((factor) => factor < speed) ?? SPEEDS[0]),
    faster: () => setSpeed(SPEEDS.find((factor) => factor > speed) ?? SPEEDS.at(-1)),
    time: () => time,
    step: () => Math.round(time),
    playing: () => playing,
    state: () => ({ time, playing, speed }),
  };
}
