import { h } from "./dom.js";
import { number, percent } from "./format.js";
import { skillColour } from "./palette.js";
import { saveButtons } from "./save.js";

/** Makes a table with a row for each skill; a click on a head sorts it, a click on a name picks the skill. */
export function table(element, rows, store, open) {
  const shares = new Set(["accuracy"]);
  const columns = [
    { key: "skill", name: "Skill" },
    { key: "return", name: "Return", note: "the environment's own reward over an episode, mean" },
    { key: "length", name: "Steps", note: "until the episode ended, mean" },
    { key: "distance", name: "Distance", note: "metres from start to end, mean" },
    { key: "accuracy", name: "Accuracy", note: "share of its steps at which the discriminator names it" },
    { key: "log_q", name: "log q", note: "mean over its steps, nats" },
    { key: "score", name: "Score", note: "the objective's score of a step, mean" },
    { key: "nearest", name: "Nearest other", note: "the skill that it is most often mistaken for, and the share of steps" },
  ].filter(({ key }) => key === "skill" || rows.some((row) => row[key] !== null && row[key] !== undefined));
  let order = { key: "skill", down: false };
  const body = h("tbody");
  const heads = columns.map((column) => {
    const button = h("button", { type: "button", title: column.note, onclick: () => sort(column.key) }, column.name);
    return { column, cell: h("th", { scope: "col" }, button) };
  });
  const saved = () => [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ key }) => (key === "skill" ? store.name(row.skill) : key === "nearest" ? (row.nearest === null ? "" : store.name(row.nearest)) : row[key])))];
  element.append(
    saveButtons("Every skill", { rows: saved }),
    h(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": "Table of skills" },
      h("table", { class: "skills" }, h("thead", {}, h("tr", {}, heads.map(({ cell }) => cell))), body),
    ),
  );
  const lines = rows.map((row) => {
    const line = h(
      "tr",
      { onpointerenter: () => store.hover(row.skill), onpointerleave: () => store.hover(null) },
      columns.map(({ key }) => {
        if (key === "skill") {
          return h(
            "th",
            { scope: "row" },
            h("button", { type: "button", class: "link", onclick: () => open(row.skill) }, h("span", { class: "swatch", style: `background:${skillColour(row.skill)}` }), store.label(row.skill)),
          );
        }
        if (key === "nearest") {
          return h("td", {}, row.nearest === null ? "none" : [store.label(row.nearest), h("span", { class: "note" }, ` ${percent(row.nearest_share)}`)]);
        }
        return h("td", {}, shares.has(key) ? percent(row[key]) : number(row[key]));
      }),
    );
    return { row, line };
  });

  function sort(key) {
    order = { key, down: order.key === key ? !order.down : key !== "skill" };
    show();
  }

  function show() {
    const value = ({ row }) => (order.key === "nearest" ? row.nearest_share : row[order.key]);
    const missing = (x) => x === null || x === undefined || Number.isNaN(x);
    lines.sort((a, b) => missing(value(a)) - missing(value(b)) || (order.down ? -1 : 1) * (value(a) - value(b)) || a.row.skill - b.row.skill);
    for (const { column, cell } of heads) {
      cell.setAttribute("aria-sort", column.key === order.key ? (order.down ? "descending" : "ascending") : "none");
    }
    body.replaceChildren(...lines.map(({ line }) => line));
  }
  show();
  return store.watch(() => {
    for (const { row, line } of lines) line.classList.toggle("faded", !store.shows(row.skill));
  });
}
