import { h } from "./dom.js";
import { count, duration, number, percent } from "./format.js";

const SHOW = { number, percent, count, duration };

/** Chooses a number of columns that leaves few cells empty. */
function columns(count) {
  if (count <= 4) return count;
  return count <= 6 || count === 9 ? 3 : 4;
}

/** Shows the key figures, each with a note that helps to read it. */
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
