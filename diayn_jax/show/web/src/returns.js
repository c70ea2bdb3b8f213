import * as Plot from "@observablehq/plot";
import { ticksOf, widthOf } from "./axis.js";
import { h, onWidth, s, silent } from "./dom.js";
import { number } from "./format.js";
import { skillColour } from "./palette.js";
import { saveButtons } from "./save.js";

const HEIGHT = 20;
const NAME_SIZE = 13; // font size of a skill's name

/** Draws every skill's returns, a mark for each episode, best mean first; a click opens the skill. */
export function returns(element, perSkill, store, open) {
  const mean = (values) => {
    const there = values.filter(Number.isFinite);
    return there.length ? there.reduce((a, b) => a + b, 0) / there.length : NaN;
  };
  const rows = perSkill.map((values, skill) => ({ skill, values: values.filter(Number.isFinite), mean: mean(values) }));
  rows.sort((a, b) => (Number.isNaN(a.mean) - Number.isNaN(b.mean)) || b.mean - a.mean);
  const all = rows.flatMap((row) => row.values);
  if (!all.length) {
    element.append(h("p", { class: "empty" }, "No episode has a return that is a number."));
    return () => {};
  }
  let [low, high] = [Math.min(...all), Math.max(...all)];
  if (low === high) [low, high] = [low - 1, high + 1];
  const room = 0.03 * (high - low);
  const domain = [low - room, high + room];
  const place = h("div", { class: "returns" });
  const saved = () => [["skill", "episode", "return"], ...perSkill.flatMap((values, skill) => values.map((value, i) => [store.name(skill), i + 1, value]))];
  element.append(saveButtons("Returns", { place, rows: saved }), place);
  const buttons = new Map();

  const nameWidth = store.kind === "single" ? 0 : Math.min(170, Math.max(26, Math.ceil(Math.max(...rows.map(({ skill }) => widthOf(store.name(skill), NAME_SIZE))) + 4)));
  place.style.setProperty("--name", `${nameWidth}px`);
  const end = onWidth(place, (width) => {
    const columns = rows.length <= 16 || width < 640 ? 1 : rows.length <= 40 || width < 960 ? 2 : 3;
    const each = Math.ceil(rows.length / columns);
    const across = Math.floor(width / columns) - 24 * (columns > 1) - 90 - nameWidth;
    const x = (value) => ((value - domain[0]) / (domain[1] - domain[0])) * across;
    buttons.clear();
    place.style.setProperty("--columns", columns);
    place.replaceChildren(
      ...Array.from({ length: columns }, (_, c) => rows.slice(c * each, (c + 1) * each)).map((part, c) =>
        h(
          "div",
          {},
          h("ol", { start: c * each + 1 }, part.map((row) => h("li", {}, strip(row, x, across)))),
          h("div", { class: "scale", "aria-hidden": "true" }, axis(domain, across)),
        ),
      ),
    );
    update();
  });

  function strip({ skill, values, mean }, x, across) {
    const marks = s("svg", { width: across, height: HEIGHT, "aria-hidden": "true" });
    if (domain[0] < 0 && domain[1] > 0) marks.append(s("line", { x1: x(0), x2: x(0), y1: 0, y2: HEIGHT, class: "zero" }));
    if (values.length) {
      marks.append(s("line", { x1: x(Math.min(...values)), x2: x(Math.max(...values)), y1: HEIGHT / 2, y2: HEIGHT / 2, class: "span" }));
      for (const value of values) marks.append(s("circle", { cx: x(value), cy: HEIGHT / 2, r: 3.4, fill: skillColour(skill), "fill-opacity": 0.6 }));
      marks.append(s("line", { x1: x(mean), x2: x(mean), y1: 3, y2: HEIGHT - 3, class: "mean" }));
    }
    const button = h(
      "button",
      {
        type: "button",
        class: "strip",
        "aria-label": `Open ${store.label(skill)}: mean return ${number(mean)}${values.length ? `, from ${number(Math.min(...values))} to ${number(Math.max(...values))}` : ""}`,
        onclick: () => open(skill),
        onpointerenter: () => store.hover(skill),
        onpointerleave: () => store.hover(null),
      },
      h("span", { class: "swatch", style: `background:${skillColour(skill)}` }),
      h("span", { class: "name" }, store.name(skill)),
      marks,
      h("span", { class: "number" }, number(mean)),
    );
    buttons.set(skill, button);
    return button;
  }

  function update() {
    for (const [skill, button] of buttons) button.classList.toggle("faded", !store.shows(skill));
  }
  const unwatch = store.watch(update);
  return () => (end(), unwatch());
}

function axis(domain, width) {
  const { values, label } = ticksOf(domain, width);
  return silent(Plot.plot({
    width,
    height: 22,
    margin: 0,
    marginBottom: 20,
    style: { background: "transparent", fontFamily: "inherit", fontSize: "11px", overflow: "visible" },
    x: { domain, label: null },
    marks: [Plot.axisX(values, { tickFormat: label, tickSize: 4, label: null })],
  }));
}
