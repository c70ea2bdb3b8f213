import { h } from "./dom.js";
import { palette } from "./palette.js";
import { planes } from "./plane.js";
import { mountGallery } from "./player.js";
import { createStore } from "./store.js";

const REST = 0.8; // seconds at the end before all begin again

/** The skills of several runs, side by side on one clock. */
export function scenes(element, runs) {
  const places = runs.map(() => h("div", { class: "gallery" }));
  const galleries = [];
  const longest = Math.max(...runs.map(({ gallery }) => gallery.steps * secondsOf(gallery)));
  let time = 0; // seconds
  let playing = false;
  let last = 0;
  const button = h("button", { type: "button", class: "player-play", onclick: () => play(!playing) });
  const scrub = h("input", { type: "range", class: "player-scrub", min: 0, max: longest, step: longest / 500, value: 0, "aria-label": "Seconds of the episodes" });
  scrub.addEventListener("input", () => {
    play(false);
    seek(Number(scrub.value));
  });
  const clock = h("output", { class: "player-clock", "aria-live": "off" });
  element.append(
    h("div", { class: "player" }, h("div", { class: "player-row player-controls", role: "group", "aria-label": "Playback" }, button, scrub, clock)),
    h("div", { class: "pair runs" }, ...runs.map((run, i) => h("div", {}, h("h3", {}, run.label), h("p", { class: "note" }, run.name), places[i]))),
  );
  runs.forEach((run, i) => {
    const colours = palette(run.colours, run.dark_colours);
    const { labels, names } = run.skills;
    galleries.push(mountGallery(places[i], run.gallery, { colours, labels, names, name: run.name, only: "scene" }));
  });

  function seek(seconds) {
    time = seconds;
    galleries.forEach((gallery) => gallery.seek(time / gallery.stepSeconds));
    scrub.value = time;
    clock.value = `${time.toFixed(1)} s of ${longest.toFixed(1)} s`;
    scrub.setAttribute("aria-valuetext", clock.value);
  }

  function play(on) {
    playing = on;
    button.textContent = playing ? "\u275a\u275a" : "\u25b6\ufe0e";
    button.setAttribute("aria-label", playing ? "Pause" : "Play");
    if (!playing) return;
    last = performance.now();
    requestAnimationFrame(tick);
  }

  function tick(now) {
    if (!playing || !element.isConnected) return;
    const next = time + Math.min(now - last, 250) / 1000;
    last = now;
    seek(time >= longest + REST ? 0 : next);
    requestAnimationFrame(tick);
  }

  document.addEventListener("keydown", (event) => {
    const busy = event.target.closest("button, select, textarea, summary, input:not([type=range])");
    if (event.key !== " " || busy || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    play(!playing);
  });
  seek(0);
  play(!matchMedia("(prefers-reduced-motion: reduce)").matches);
}

/** The gallery says how long a step takes once it is made; this is the same before. */
function secondsOf({ dt }) {
  return dt > 0.2 ? 0.05 : dt;
}

/** Where the skills of several runs go, side by side. */
export function ways(element, runs) {
  const grid = h("div", { class: "pair runs" });
  element.append(grid);
  for (const run of runs) {
    const colours = palette(run.colours, run.dark_colours);
    const place = grid.appendChild(h("div"));
    planes(place, { traces: { ...run.traces, title: run.label }, beliefs: null }, run.skills, createStore(run.skills), colours);
  }
}
