import * as Plot from "@observablehq/plot";
import { ticksOf, widthOf } from "./axis.js";
import { learning } from "./curves.js";
import { h, onWidth, silent } from "./dom.js";
import { count, duration, number, percent } from "./format.js";
import { saveButtons } from "./save.js";
import { compareScenes, compareTraces } from "./side_by_side.js";
import { themeButton } from "./theme.js";

const FORMATS = { number, percent, count, duration };

/** The page of several runs: figures with intervals, curves over one another, and the settings that differ. */
export function compare(element, data) {
  document.title = data.title;
  const main = h("main", {});
  element.append(
    h("header", { class: "top" }, h("div", {}, h("h1", {}, data.title), h("p", { class: "sub" }, data.subtitle)), themeButton()),
    h("div", { role: "status" }, data.notes.map((text) => h("p", { class: "warning" }, text))),
    main,
    h("footer", {}, "Made by diayn_jax. This page needs no network. The licences of the packages in it are at the end of its source."),
  );
  const section = (id, title, note, draw) => {
    const part = h("section", { id, "aria-labelledby": `${id}-title` }, h("h2", { id: `${id}-title` }, title), note && h("p", { class: "note" }, note));
    main.append(part);
    draw(part);
  };
  const { groups, seen = [] } = data;
  const played = seen.filter(({ gallery }) => gallery);
  const traced = seen.filter(({ traces }) => traces);
  const which = "One run of each group, as its own report shows it.";
  if (played.length) section("scenes", "See the skills", which, (part) => compareScenes(part, played));
  if (traced.length) section("traces", "Where they go", which, (part) => compareTraces(part, traced));
  section("figures", "Last figures", data.method, (part) => finals(part, data.figures));
  if (data.marginals?.length) {
    const note = `${data.ranked_by} of every run over the values of each setting, whatever the others are; interquartile means and 95 % intervals.`;
    section("marginals", "Settings", note, (part) => marginals(part, data));
  }
  section("learning", "Learning", null, (part) => learning(part, groups, data.num_skills));
  section("differences", "What differs", null, (part) => differences(part, data));
  section("runs", "Runs", null, (part) => runs(part, data));
  element.dataset.ready = "true";
}

function finals(element, figures) {
  const grid = h("div", { class: "charts" });
  element.append(grid);
  if (!figures.length) element.append(h("p", { class: "empty" }, "No run has an evaluation yet."));
  for (const { title, unit, note, as, rows } of figures) {
    const write = FORMATS[as];
    const inWords = (row) => `${row.label} ${write(row.mean)}${row.low === null ? "" : `, interval ${write(row.low)} to ${write(row.high)}`}`;
    const saved = () => [["group", "mean", "low", "high", "runs"], ...rows.map((row) => [row.label, row.mean, row.low, row.high, row.runs.join(" ")])];
    const place = h("div", { class: "plot", role: "img", "aria-label": `${title}: ${rows.map(inWords).join("; ")}` });
    grid.append(h("figure", { class: "chart" }, h("figcaption", {}, h("h3", {}, title), note ? h("p", { class: "note" }, note) : null), place, saveButtons(title, { place, rows: saved })));
    onWidth(place, (width) => place.replaceChildren(forest(rows, unit, as, width)));
  }
}

/** Draws a row for each group: its runs, their mean, and the interval. */
function forest(rows, unit, as, width) {
  const order = rows.map((_, i) => i);
  const points = rows.flatMap((row, i) => row.runs.map((value) => ({ i, value, colour: row.colour })));
  const intervals = rows.map((row, i) => ({ ...row, i })).filter((row) => row.low !== null);
  const left = Math.min(0.42 * width, 14 + Math.max(...rows.map((row) => widthOf(row.label))));
  const right = 14 + Math.max(...rows.map((row) => widthOf(FORMATS[as](row.mean))));
  const values = [...points.map((point) => point.value), ...intervals.flatMap((row) => [row.low, row.high])];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // For a single value, the axis would have ticks a millionth apart.
  const room = least < most ? 0.05 * (most - least) : 0.1 * Math.abs(least || 1);
  const domain = [least - room, most + room];
  const ticks = ticksOf(domain, width - left - right, { format: as });
  return silent(Plot.plot({
    width,
    height: 44 + 30 * rows.length,
    marginLeft: left,
    marginRight: right,
    marginTop: 8,
    marginBottom: 34,
    style: { background: "transparent", fontFamily: "inherit", fontSize: "11px", overflow: "visible" },
    x: { domain },
    y: { domain: order, label: null, tickFormat: (i) => shortened(rows[i].label, left - 12), tickSize: 0 },
    color: { type: "identity" },
    marks: [
      Plot.gridX(ticks.values, { stroke: "var(--grid)", strokeOpacity: 1 }),
      Plot.axisX(ticks.values, { tickFormat: ticks.label, label: unit || null, labelAnchor: "center", labelArrow: "none" }),
      Plot.dot(points, { x: "value", y: "i", stroke: "colour", strokeOpacity: 0.7, r: 3 }),
      Plot.ruleY(intervals, { y: "i", x1: "low", x2: "high", stroke: "colour", strokeWidth: 6, strokeOpacity: 0.35 }),
      Plot.tickX(rows, { x: "mean", y: (_, i) => i, stroke: "colour", strokeWidth: 2.5, insetTop: 5, insetBottom: 5 }),
      Plot.text(rows, { y: (_, i) => i, text: (row) => FORMATS[as](row.mean), frameAnchor: "right", dx: right - 2, textAnchor: "end", fill: "var(--ink)" }),
    ],
  }));
}

/** Shortens a text so that it fits into a number of pixels. */
function shortened(text, pixels) {
  if (widthOf(text) <= pixels) return text;
  let kept = text;
  while (kept && widthOf(`${kept}\u2026`) > pixels) kept = kept.slice(0, -1);
  return `${kept}\u2026`;
}

function marginals(element, { marginals, ranked_by }) {
  const charts = h("div", { class: "charts" });
  element.append(charts);
  for (const one of marginals) {
    const at = ({ x }) => (one.labels.length ? one.labels[x] : String(number(x)));
    const inWords = (place) => `${at(place)}: ${number(place.mean)}${place.low === null ? "" : `, interval ${number(place.low)} to ${number(place.high)}`}`;
    const place = h("div", { class: "plot", role: "img", "aria-label": `${ranked_by} by ${one.name}. ${one.places.map(inWords).join("; ")}` });
    const saves = saveButtons(`${ranked_by} by ${one.name}`, { place, rows: () => marginalRows(one, ranked_by) });
    charts.append(h("figure", { class: "chart" }, h("figcaption", {}, h("h3", {}, one.name)), place, saves));
    onWidth(place, (width) => place.replaceChildren(marginal(one, width)));
  }
}

/** Draws the chart of a setting: the runs, and the interquartile mean over each value. */
function marginalRows({ name, labels, points, places }, figure) {
  const value = (x) => (labels.length ? labels[x] : x);
  return [
    ["what", name, figure, "low", "high"],
    ...points.map(({ x, y }) => ["run", value(x), y, null, null]),
    ...places.map(({ x, mean, low, high }) => ["interquartile mean", value(x), mean, low, high]),
  ];
}

/** Draws a dot for each run, and over each value their mean and its interval. */
function marginal({ labels, log, points, places }, width) {
  const known = places.filter((place) => place.low !== null);
  const margin = { left: 52, right: 20, top: 14, bottom: 34 };
  const [across, up] = [width - margin.left - margin.right, 240 - margin.top - margin.bottom];
  const yTicks = ticksOf(rangeOf([...points.map(({ y }) => y), ...known.flatMap(({ low, high }) => [low, high])]), up, { up: true });
  const named = labels.length > 0;
  const scale = named ? { domain: [-0.4, labels.length - 0.6] } : { type: log ? "log" : "linear" };
  const values = named ? labels.map((_, i) => i) : places.map(({ x }) => x);
  const each = across / labels.length - 8;
  // The values that were tried, except those whose labels would touch.
  const at = (x) => (named ? (across * (x + 0.4)) / labels.length : (across * (along(x, log) - along(values[0], log))) / (along(values.at(-1), log) - along(values[0], log) || 1));
  const text = (x) => (named ? shortened(labels[x], Math.max(each, 30)) : number(x));
  const shown = values.reduce((kept, x) => (!kept.length || at(x) - at(kept.at(-1)) > (widthOf(text(x)) + widthOf(text(kept.at(-1)))) / 2 + 8 ? [...kept, x] : kept), []);
  return silent(Plot.plot({
    width,
    height: 240,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    style: { background: "transparent", fontFamily: "inherit", fontSize: "11px", overflow: "visible" },
    x: scale,
    y: { label: null },
    marks: [
      Plot.gridY(yTicks.values, { stroke: "var(--grid)", strokeOpacity: 1 }),
      Plot.axisY(yTicks.values, { tickFormat: yTicks.label, tickSize: 0, label: null }),
      // On a logarithmic scale, Plot leaves out some labels that tickFormat returns.
      Plot.axisX(shown, { text, label: null }),
      Plot.dot(points, { x: "x", y: "y", fill: "var(--series-1)", fillOpacity: 0.35, r: 3 }),
      Plot.areaY(known, { x: "x", y1: "low", y2: "high", fill: "var(--series-1)", fillOpacity: 0.18 }),
      Plot.line(places, { x: "x", y: "mean", stroke: "var(--series-1)", strokeWidth: 2 }),
    ],
  }));
}

const along = (x, log) => (log ? Math.log(x) : x);

function rangeOf(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low < high ? [low, high] : [low - 1, high + 1];
}

function grid(label, head, rows) {
  return h(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": label },
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, head.map((cell) => h("th", { scope: "col" }, cell)))),
      h("tbody", {}, rows.map(([first, ...rest]) => h("tr", {}, h("th", { scope: "row" }, first), rest.map((cell) => h("td", {}, cell))))),
    ),
  );
}

function differences(element, { differences, groups }) {
  if (!differences.length) element.append(h("p", { class: "note" }, "The runs differ only in seeds and names: all other settings are the same."));
  else element.append(grid("What differs between the runs", ["Setting", ...groups.map((group) => group.label)], differences.map(({ name, values }) => [name, ...values])));
}

function runs(element, { runs, groups }) {
  element.append(
    grid(
      "Runs",
      ["Run", "Group", "Seed", "Steps", "State"],
      runs.map((run) => [run.path, groups[run.group].label, String(run.seed), run.steps, run.status]),
    ),
  );
}
