import { h } from "./dom.js";
import { fixed } from "./format.js";
import { palette } from "./palette.js";
import { planes } from "./plane.js";
import { hasClock, secondsOfStep } from "./player/clock.js";
import { playBySpace } from "./player/keys.js";
import { mountGallery } from "./player.js";
import { createStore } from "./store.js";

const PAUSE_AT_END = 0.8; // seconds before all start again

/** Shows the players of several runs side by side, on one clock. */
export function compareScenes(element, runs) {
  const places = runs.map(() => h("div", { class: "gallery" }));
  const lengths = runs.map(({ gallery }) => gallery.steps * secondsOfStep(gallery.dt));
  const longest = Math.max(...lengths);
  const { steps } = runs[lengths.indexOf(longest)].gallery;
  const inSeconds = runs.every(({ gallery }) => hasClock(gallery.dt)); // otherwise in steps of the longest
  let time = 0; // seconds
  let playing = false;
  let last = 0;
  const toggle = () => play(!playing);
  const button = h("button", { type: "button", class: "player-play", onclick: toggle });
  const scrub = h("input", { type: "range", class: "player-scrub", min: 0, max: longest, step: longest / 500, value: 0, "aria-label": `${inSeconds ? "Seconds" : "Step"} of the episodes` });
  scrub.addEventListener("input", () => {
    play(false);
    seek(Number(scrub.value));
  });
  const clock = h("output", { class: "player-clock", "aria-live": "off" });
  element.append(
    h("div", { class: "player" }, h("div", { class: "player-row player-controls", role: "group", "aria-label": "Playback" }, button, scrub, clock)),
    h("div", { class: "pair runs" }, ...runs.map((run, i) => h("div", {}, h("h3", {}, run.label), h("p", { class: "note" }, run.name), places[i]))),
  );
  const galleries = runs.map((run, i) => {
    const colours = palette(run.colours, run.dark_colours, places[i]);
    const { labels, names, places: directions } = run.skills;
    const { counted } = createStore(run.skills);
    return mountGallery(places[i], run.gallery, { colours, labels, names, counted, captions: directions ? names : labels, name: run.name, toggle });
  });

  function seek(seconds) {
    time = seconds;
    galleries.forEach((gallery) => gallery.seek(time / gallery.stepSeconds));
    scrub.value = time;
    const shown = Math.min(time, longest);
    clock.value = inSeconds
      ? `${fixed(shown, 0.1)} s of ${fixed(longest, 0.1)} s`
      : `step ${Math.floor((shown / longest) * steps + 1e-6)} of ${steps}`;
    scrub.setAttribute("aria-valuetext", clock.value);
  }

  function play(on) {
    if (on === playing && button.textContent) return;
    playing = on;
    button.textContent = playing ? "\u275a\u275a" : "\u25b6\ufe0e";
    button.setAttribute("aria-label", playing ? "Pause" : "Play");
    if (!playing) return;
    last = performance.now();
    requestAnimationFrame(tick);
  }

  function tick(now) {
    if (!playing || !element.isConnected) return;
    const next = time + Math.max(0, Math.min(now - last, 250)) / 1000;
    last = now;
    seek(time >= longest + PAUSE_AT_END ? 0 : next);
    requestAnimationFrame(tick);
  }

  playBySpace(toggle);
  seek(0);
  play(!matchMedia("(prefers-reduced-motion: reduce)").matches);
}

/** Draws the traces of several runs side by side. */
export function compareTraces(element, runs) {
  const grid = h("div", { class: "pair runs" });
  element.append(grid);
  for (const run of runs) {
    const place = grid.appendChild(h("div"));
    const colours = palette(run.colours, run.dark_colours, place);
    planes(place, { traces: { ...run.traces, title: run.label }, beliefs: null }, run.skills, createStore(run.skills), colours);
  }
}
