import { h } from "../dom.js";
import { choice, press, toggle } from "./controls.js";

/**
 * Shows two skills beside each other, or over each other.
 *
 * cellOf(skills) makes a player; watch and unwatch are called for players that appear and disappear; changed() is called
 * after that. Returns { panel, button (null if there are fewer than two skills), cells(), chosen() (null or [a, b]),
 * overlaid(), set(a, b; without arguments the comparison ends), setOver(on), add(skill) }.
 */
export function makePair({ skills, nameOf, cellOf, startPair, watch, unwatch, changed }) {
  let chosen = null;
  let overlaid = false;
  let cells = [];
  const sides = [0, 1].map((side) => choice(side ? "with" : "Compare", skills.map((z) => [z, nameOf(z)]), skills[0], (value) => {
    const next = [...chosen];
    next[side] = Number(value);
    set(...next);
  }));
  const over = toggle("Over each other", false, setOver);
  const place = h("div", { class: "player-pair" });
  const panel = h("section", { class: "player-compare", "aria-label": "Two skills compared", hidden: true }, h("div", { class: "player-row" }, ...sides, over), place);
  const button = skills.length > 1 ? toggle("Compare two", false, (on) => (on ? set(...startPair()) : set())) : null;

  function set(first, second) {
    chosen = [first, second].every((z) => skills.includes(z)) ? [first, second] : null;
    panel.hidden = !chosen;
    if (button) press(button, Boolean(chosen));
    chosen?.forEach((z, side) => (sides[side].querySelector("select").value = String(z)));
    arrange();
  }

  function setOver(on) {
    overlaid = on;
    press(over, on);
    arrange();
  }

  function arrange() {
    cells.forEach(unwatch);
    cells = !chosen ? [] : overlaid ? [cellOf(chosen)] : chosen.map((z) => cellOf([z]));
    place.replaceChildren(...cells.map((cell) => cell.figure));
    place.dataset.cells = cells.length;
    cells.forEach(watch);
    changed();
  }

  function add(skill) {
    if (!chosen) set(skill, skills.find((z) => z !== skill));
    else if (!chosen.includes(skill)) set(chosen[1], skill);
    panel.scrollIntoView({ block: "nearest" });
  }

  return { panel, button, cells: () => cells, chosen: () => chosen, overlaid: () => overlaid, set, setOver, add };
}
