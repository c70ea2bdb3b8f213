import { h } from "./dom.js";
import { count, duration, number, percent } from "./format.js";

const SHOW = { number, percent, count, duration };

/** Columns that leave few places empty. */
function columns(count) {
  if (count <= 4) return count;
  return count <= 6 || count === 9 ? 3 : 4;
}

/** The few figures that one wants first, each with what it is to be read by. */
export function headline(element, figures) {
  element.append(
    h(
      "dl",
      { class: "headline", style: `--columns: ${columns(figures.length)}` },
      figures.map(({ label, value, as, unit, share, note }) =>
        h(
          "div",
          {},
          h("dt", {}, label),
          h("dd", {}, h("span", { class: "value" }, SHOW[as](value)), unit ? h("span", { class: "unit" }, ` ${unit}`) : null),
          share === null || share === undefined
            ? null
            : h("dd", { class: "bar", "aria-hidden": "true" }, h("span", { style: `width:${100 * Math.min(Math.max(share, 0), 1)}%` })),
          note ? h("dd", { class: "note" }, note) : null,
        ),
      ),
    ),
  );
}
