import { h } from "../dom.js";
import { number } from "../format.js";

/** Makes a player of one skill, or of two over each other: { figure, canvas, skills, note }. */
export function makeCell(shown, { painter, nameOf, captionOf, swatch, onPick = null, onCompare = null }) {
  const names = shown.map(nameOf).join(" and ");
  const canvas = h("canvas", { role: "img", "aria-label": `Player of ${names}` });
  canvas.style.setProperty("--aspect", painter.aspect);
  const note = h("span", { class: "player-note" });
  const title = shown.flatMap((skill) => [swatch(skill), h("span", { class: "player-caption" }, captionOf(skill))]);
  const name = onPick ? h("button", { type: "button", class: "player-name", title: `Shows ${names} alone`, onclick: onPick }, ...title) : h("span", { class: "player-name" }, ...title);
  const other = onCompare && h("button", { type: "button", class: "player-other", "aria-label": `Compare ${names}`, title: `Compares ${names} with another`, onclick: onCompare }, "\u21c4");
  const figure = h(
    "figure",
    { class: "player-cell", "data-skill": shown.join(" ") },
    h("div", { class: "player-screen" }, canvas, h("span", { class: "player-end", "aria-hidden": "true" }, "ended")),
    h("figcaption", {}, name, note, other),
  );
  return { figure, canvas, skills: shown, note };
}

/** Writes beside a player's name when its episode ends, and its return. */
export function describe({ note }, { steps: length, return: total }, steps) {
  const parts = [length < steps && `ends at step ${length}`, total !== null && `return ${number(total)}`].filter(Boolean);
  // The last part always fits; all of them are shown if they fit.
  note.replaceChildren(...parts.map((text) => h("span", {}, text)));
  note.title = parts.join(", ");
}

const GAP = 12;
const LEAST = { one: 0, few: 300, some: 200, many: 140 }; // smallest width of a player, pixels
const LEAST_ON_PHONES = { one: 0, few: 150, some: 105, many: 100 };

/**
 * Returns how many players stand in a row: as many as fit, in rows of equal length, so that the last row has no single
 * player.
 *
 * Returns { columns, wide }; `wide`: the last player fills its row alone, because no number of columns avoids that.
 */
export function columnsOf(count, width, kind) {
  const least = (width < 560 ? LEAST_ON_PHONES : LEAST)[kind];
  const most = Math.max(1, Math.floor((width + GAP) / (least + GAP)));
  const rows = Math.ceil(count / most);
  const even = Math.ceil(count / rows);
  for (let columns = even; columns >= Math.max(2, most / 2); columns--) {
    if (count % columns !== 1) return { columns, wide: false };
  }
  return { columns: even, wide: even > 1 };
}
