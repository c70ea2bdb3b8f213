import { h } from "../dom.js";
import { number } from "../format.js";
import { film, films, saveCanvas } from "./save.js";
import { steer } from "./steer.js";

const PALE = 0.82; // share of the background in the colour of bodies that are not picked
const ENDED = 0.5; // the same for episodes that have ended
const NUMBERED = 20; // up to this many skills have their numbers beside them
const NEARLY = 14; // a click this many pixels beside a body still selects it

/**
 * Shows all skills in one scene; a click on a body follows it.
 *
 * gallery: the parts of the gallery that it needs: { painter, recorded, names, nameOf, colourOf, bodyColourOf, swatch,
 * counted, name, view (it reads `tint`, and reads and writes `followed`), time(), theme(), camera, turning, shadows(),
 * highlighted() (a skill or null), picked(), repaint(), togglePlay(), onHover(skill or null), filming ({ begin(),
 * end() }, or null if films cannot be made) }.
 */
export function makeScene(gallery) {
  const { painter, recorded, names, nameOf, colourOf, swatch, view } = gallery;
  const { skills } = recorded;
  const everybody = `All ${gallery.counted(skills.length)} in one scene`;
  const canvas = h("canvas", { role: "img", tabindex: 0, "aria-label": everybody });
  const title = h("span", { class: "player-scene-title", role: "status" });
  const list = h("select", { "aria-label": "Look at" }, h("option", { value: "" }, "all"), ...skills.map((z) => h("option", { value: z }, nameOf(z))));
  list.addEventListener("change", () => follow(list.value === "" ? null : Number(list.value)));
  const picture = h("button", { type: "button", "aria-label": "PNG of the scene", title: "Saves the picture as PNG", onclick: () => saveCanvas(canvas, gallery.name) }, "PNG");
  const filmButton = gallery.filming && films() && h("button", { type: "button", "aria-label": "Film of the scene", title: "Plays from the start and saves a film of it", onclick: () => (filming ? endFilm() : beginFilm()) }, "Film");
  const figure = h(
    "figure",
    { class: "player-cell player-scene" },
    h("div", { class: "player-screen" }, canvas),
    h("figcaption", {}, title, h("label", { class: "player-choice" }, h("span", {}, "Look at"), list), picture, filmButton),
  );
  const cell = { figure, canvas, skills, first: true };
  let hovered = null;
  let filming = null;

  const chosen = () => skills.map(recorded.index);

  function lookNow() {
    const [picked, highlighted, time] = [gallery.picked(), gallery.highlighted(), gallery.time()];
    const pale = skills.map((z) => {
      if (highlighted !== null ? z !== highlighted : picked.length && !picked.includes(z)) return PALE;
      const { steps } = recorded.episode(z);
      return time >= steps && steps < recorded.steps ? ENDED : 0;
    });
    const focus = view.followed === null ? -1 : skills.indexOf(view.followed);
    return { colours: skills.map(colourOf), bodyColours: skills.map(gallery.bodyColourOf), theme: gallery.theme(), camera: gallery.camera, tint: view.tint, shadows: gallery.shadows(), scene: true, focus: focus < 0 ? null : focus, pale };
  }

  function paint(ratio) {
    const look = lookNow();
    painter.paint(canvas, chosen(), gallery.time(), look);
    numberBodies(look, ratio);
  }

  /** Writes numbers beside bodies if they do not overlap, and the name of the body under the pointer. */
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
    const places = painter.where(canvas, chosen(), gallery.time(), look);
    const taken = [];
    // The body under the pointer comes first, so that its name always has room.
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

  /** Returns the skill whose body is at a position, in pixels of the page; null if there is none. */
  function at(x, y) {
    const ratio = canvas.width / canvas.clientWidth;
    const places = painter.where(canvas, chosen(), gallery.time(), lookNow());
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
    gallery.onHover(skill);
    gallery.repaint();
  }

  steer(canvas, painter.turns ? gallery.turning : null, (x, y) => {
    const skill = at(x, y);
    if (skill === null) gallery.togglePlay();
    else follow(skill === view.followed ? null : skill);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.buttons || event.pointerType === "touch") return;
    const box = canvas.getBoundingClientRect();
    hover(at(event.clientX - box.left, event.clientY - box.top));
  });
  canvas.addEventListener("pointerleave", () => hover(null));

  /** Follows a skill's body; null shows all again. */
  function follow(skill) {
    view.followed = skills.includes(skill) ? skill : null;
    list.value = view.followed ?? "";
    describe();
    gallery.repaint();
  }

  function describe() {
    if (view.followed === null) {
      title.replaceChildren(everybody);
      return;
    }
    const { steps, return: total } = recorded.episode(view.followed);
    const parts = [nameOf(view.followed), steps < recorded.steps && `ends at step ${steps}`, total !== null && `return ${number(total)}`];
    title.replaceChildren(swatch(view.followed), ` ${parts.filter(Boolean).join(" \u00b7 ")}`);
  }

  function beginFilm() {
    gallery.filming.begin();
    filming = film(canvas, gallery.name);
    filmButton.textContent = "Stop";
    filmButton.setAttribute("aria-label", "Stop the film of the scene");
  }

  async function endFilm() {
    const done = filming;
    filming = null;
    filmButton.textContent = "Film";
    filmButton.setAttribute("aria-label", "Film of the scene");
    await done.stop();
  }

  /** Called at an episode's end: a film ends there. */
  function atEnd() {
    if (!filming) return false;
    gallery.filming.end();
    endFilm();
    return true;
  }

  describe();
  return { cell, paint, follow, describe, atEnd };
}
