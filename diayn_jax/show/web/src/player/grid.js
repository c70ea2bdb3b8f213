import { h } from "../dom.js";
import { columnsOf } from "./cells.js";

/**
 * Shows a player for each skill, as many in a row as fit.
 *
 * cells: the players of all skills; initialSkills: the skills shown at first if all would be too many, or null; label:
 * the group's label; compact: whether names are long; onPick(skills): called when the reader picks some ([]: all);
 * changed(): called when other players are shown.
 *
 * Returns { element, allButton, select(skills; [] for all), toggle(skills), picked(), showsAll, dispose }.
 */
export function makeGrid(cells, { skills, initialSkills, label, compact, onPick, changed }) {
  let picked = []; // skills; [] stands for all, or `initialSkills`
  let showsAll = !initialSkills;
  const element = h("div", { class: "player-grid", role: "group", tabindex: 0, "aria-label": label }, cells.map((cell) => cell.figure));
  element.classList.toggle("player-long", compact);
  const allButton = h("button", { type: "button", class: "player-all", hidden: true, onclick: () => {
    if (picked.length) return pick([]);
    showsAll = !showsAll;
    select([]);
  } }, "Show all");

  function select(wanted) {
    picked = [...new Set(wanted)].filter((z) => skills.includes(z));
    const shown = picked.length ? picked : showsAll ? skills : initialSkills;
    for (const cell of cells) {
      const here = shown.includes(cell.skills[0]);
      cell.figure.hidden = !here;
      cell.figure.querySelector(".player-name").setAttribute("aria-pressed", String(picked.length > 0 && here));
    }
    arrange();
    allButton.hidden = !picked.length && !initialSkills;
    allButton.textContent = picked.length && !showsAll ? `Show ${initialSkills.length}` : picked.length ? "Show all" : showsAll ? "Show fewer" : `Show all ${skills.length}`;
    changed();
  }

  function pick(wanted) {
    select(wanted);
    onPick([...picked]);
  }

  function arrange() {
    const shown = cells.filter((cell) => !cell.figure.hidden);
    const kind = shown.length === 1 ? "one" : shown.length <= 4 ? "few" : shown.length <= 24 ? "some" : "many";
    const { columns, wide } = columnsOf(shown.length, element.clientWidth || 1000, kind);
    element.dataset.size = kind;
    element.style.setProperty("--columns", columns);
    shown.forEach((cell, i) => cell.figure.classList.toggle("player-wide", wide && i === shown.length - 1));
  }

  const widths = new ResizeObserver(arrange);
  widths.observe(element);
  return {
    element,
    allButton,
    select,
    /** Picks one skill alone, or all again if it was alone already. */
    toggle: (skill) => pick(picked.length === 1 && picked[0] === skill ? [] : [skill]),
    picked: () => picked,
    get showsAll() {
      return showsAll;
    },
    set showsAll(on) {
      showsAll = on;
    },
    dispose: () => widths.disconnect(),
  };
}
