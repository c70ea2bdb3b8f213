import { h } from "../dom.js";
import { number } from "../format.js";
import { film, films, saveCanvas } from "./save.js";
import { steer } from "./steer.js";

const PALE = 0.82; // share of paper in the colour of what is not picked
const ENDED = 0.5; // the same of what has ended
const NUMBERED = 20; // skills that have their numbers beside them
const NEARLY = 14; // pixels beside a body that still mean it

/**
 * All skills in one picture, from one start; a click on a body follows it.
 *
 * of: { painter, skills, episodes, names, nameOf, colourOf, swatch, name }. state: the gallery's, of which it reads and
 * writes `followed`. asked: { episodeOf, time, theme, camera, turning, shadows, repaint, togglePlay, lit(skill) by the
 * page, onHover(skill or null), picked(), filming }.
 */
export function makeScene(of, state, asked) {
  const { painter, skills, episodes, names, nameOf, colourOf, swatch, name } = of;
  const canvas = h("canvas", { role: "img", tabindex: 0, "aria-label": `All ${skills.length} skills in one scene` });
  const title = h("span", { class: "player-scene-title", role: "status" });
  const list = h("select", { "aria-label": "Look at" }, h("option", { value: "" }, "all"), ...skills.map((z) => h("option", { value: z }, nameOf(z))));
  list.addEventListener("change", () => follow(list.value === "" ? null : Number(list.value)));
  const picture = h("button", { type: "button", title: "Saves the picture as PNG", onclick: () => saveCanvas(canvas, name) }, "PNG");
  const filmButton = films() && h("button", { type: "button", title: "Plays from the start and saves it as a film", onclick: () => (filming ? endFilm() : beginFilm()) }, "Film");
  const figure = h(
    "figure",
    { class: "player-cell player-scene" },
    h("div", { class: "player-screen" }, canvas),
    h("figcaption", {}, title, h("label", { class: "player-choice" }, h("span", {}, "Look at"), list), picture, filmButton),
  );
  const cell = { figure, canvas, skills, first: true };
  let hovered = null;
  let filming = null;

  const chosen = () => skills.map(asked.episodeOf);

  function lookNow() {
    const picked = asked.picked();
    const lit = asked.lit();
    const time = asked.time();
    const pale = skills.map((z, i) => {
      if (lit !== null ? z !== lit : picked.length && !picked.includes(z)) return PALE;
      return time >= episodes()[chosen()[i]].steps && episodes()[chosen()[i]].steps < of.steps ? ENDED : 0;
    });
    const focus = state.followed === null ? -1 : skills.indexOf(state.followed);
    return { colours: skills.map(colourOf), theme: asked.theme(), camera: asked.camera, tint: state.tint, shadows: asked.shadows(), scene: true, focus: focus < 0 ? null : focus, pale };
  }

  function paint(ratio) {
    const look = lookNow();
    painter.paint(canvas, chosen(), asked.time(), look);
    numberBodies(look, ratio);
  }

  /** Numbers beside bodies, where they do not cover each other; of what is pointed at its name. */
  function numberBodies(look, ratio) {
    const few = skills.length <= NUMBERED;
    const shown = skills.map((z, i) => i).filter((i) => skills[i] === hovered || i === look.focus || (few && (look.pale[i] ?? 0) < PALE));
    if (!shown.length) return;
    const context = canvas.getContext("2d");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    context.font = `600 ${13 * ratio}px system-ui, sans-serif`;
    context.textBaseline = "middle";
    context.lineJoin = "round";
    const places = painter.where(canvas, chosen(), asked.time(), look);
    const taken = [];
    // What is pointed at comes first, so that it always has room.
    shown.sort((a, b) => (skills[b] === hovered) - (skills[a] === hovered));
    for (const i of shown) {
      const text = skills[i] === hovered || i === look.focus || !few ? nameOf(skills[i]) : names(skills[i]);
      const width = context.measureText(text).width;
      const { x, y, r } = places[i];
      const [left, top] = [x - width / 2, Math.max(y - r - 6 * ratio, 10 * ratio)];
      if (skills[i] !== hovered && taken.some(([tx, ty, tw]) => Math.abs(top - ty) < 15 * ratio && left < tx + tw + 3 && tx < left + width + 3)) continue;
      taken.push([left, top, width]);
      context.lineWidth = 4 * ratio;
      context.strokeStyle = look.theme.panel;
      context.strokeText(text, left, top);
      context.fillStyle = look.theme.ink;
      context.fillText(text, left, top);
    }
  }

  /** The skill whose body is at a place, in pixels of the page; null where none is. */
  function at(x, y) {
    const ratio = canvas.width / canvas.clientWidth;
    const places = painter.where(canvas, chosen(), asked.time(), lookNow());
    let best = null;
    let least = 1;
    places.forEach((place, i) => {
      const away = Math.hypot(place.x / ratio - x, place.y / ratio - y) / (place.r / ratio + NEARLY);
      if (away < least) [best, least] = [skills[i], away];
    });
    return best;
  }

  function hover(skill) {
    if (skill === hovered) return;
    hovered = skill;
    canvas.style.cursor = skill === null ? "" : "pointer";
    asked.onHover(skill);
    asked.repaint();
  }

  steer(canvas, painter.turns ? asked.turning : null, (x, y) => {
    const skill = at(x, y);
    if (skill === null) asked.togglePlay();
    else follow(skill === state.followed ? null : skill);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.buttons || event.pointerType === "touch") return;
    const box = canvas.getBoundingClientRect();
    hover(at(event.clientX - box.left, event.clientY - box.top));
  });
  canvas.addEventListener("pointerleave", () => hover(null));

  /** Follows a skill's body; null: shows all again. */
  function follow(skill) {
    state.followed = skills.includes(skill) ? skill : null;
    list.value = state.followed ?? "";
    describe();
    asked.repaint();
  }

  function describe() {
    if (state.followed === null) {
      title.replaceChildren(`All ${skills.length} skills, from one start`);
      return;
    }
    const { steps: lived, return: total } = episodes()[asked.episodeOf(state.followed)];
    const parts = [nameOf(state.followed), lived < of.steps && `ends at step ${lived}`, total !== null && `return ${number(total)}`];
    title.replaceChildren(swatch(state.followed), ` ${parts.filter(Boolean).join(" \u00b7 ")}`);
  }

  function beginFilm() {
    asked.filming.begin();
    filming = film(canvas, name);
    filmButton.textContent = "Stop";
    filmButton.setAttribute("aria-pressed", "true");
  }

  async function endFilm() {
    const done = filming;
    filming = null;
    filmButton.textContent = "Film";
    filmButton.setAttribute("aria-pressed", "false");
    await done.stop();
  }

  /** Told at an episode's end: a film ends with it. */
  function atEnd() {
    if (!filming) return false;
    asked.filming.end();
    endFilm();
    return true;
  }

  describe();
  return { cell, paint, follow, describe, atEnd };
}
