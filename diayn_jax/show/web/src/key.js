import { h, s } from "./dom.js";
import { fixed } from "./format.js";
import { skillColour } from "./palette.js";

const TURN = 2 * Math.PI;

/**
 * Makes the key to the colours of continuous skills: a wheel of directions, or a ramp of values. Each part stands for
 * the nearest skill; a click picks that skill, as its button in the bar at the top does.
 *
 * Returns null if the skills are numbered, otherwise { element, end }.
 */
export function colourKey(skills, store) {
  const order = skills.places?.map((place, skill) => ({ place, skill })).sort((a, b) => a.place - b.place);
  if (!order?.length) return null;
  const parts = skills.kind === "wheel" ? wheel(order) : rampOf(order);
  const shapes = parts.map(({ skill, ...shape }) => {
    const part = s(shape.tag, { ...shape.attributes, fill: skillColour(skill) });
    part.addEventListener("pointerenter", () => store.hover(skill));
    part.addEventListener("pointerleave", () => store.hover(null));
    part.addEventListener("click", () => store.toggle(skill));
    return { skill, part };
  });
  const axes = skills.kind === "wheel" ? wheelAxes() : rampAxes(order);
  const [width, height] = skills.kind === "wheel" ? [60, 60] : [150, 30];
  const drawing = s("svg", { width, height, viewBox: `0 0 ${width} ${height}` }, axes, shapes.map(({ part }) => part));
  const element = h("div", { class: "key", title: skills.key, "aria-hidden": "true" }, drawing);
  const end = store.watch(() => {
    for (const { skill, part } of shapes) part.setAttribute("fill-opacity", store.shows(skill) ? 1 : 0.15);
  });
  return { element, end };
}

/** Makes a sector of a ring for each skill, which reaches half of the way to its neighbours. */
function wheel(order) {
  return order.map(({ place, skill }, i) => {
    const before = i ? order[i - 1].place : order.at(-1).place - 1;
    const after = i + 1 < order.length ? order[i + 1].place : order[0].place + 1;
    const [from, to] = [(before + place) / 2, (place + after) / 2].map((turns) => TURN * turns);
    // The angle of z runs counterclockwise, and y of a picture points down.
    const at = (radius, angle) => `${(30 + radius * Math.cos(angle)).toFixed(2)} ${(30 - radius * Math.sin(angle)).toFixed(2)}`;
    const large = to - from > Math.PI ? 1 : 0;
    const d = `M${at(28, from)}A28 28 0 ${large} 0 ${at(28, to)}L${at(16, to)}A16 16 0 ${large} 1 ${at(16, from)}Z`;
    return { skill, tag: "path", attributes: { d } };
  });
}

function wheelAxes() {
  return [s("text", { x: 30, y: 34, "text-anchor": "middle" }, document.createTextNode("z"))];
}

function rampOf(order) {
  const [low, high] = [order[0].place, order.at(-1).place];
  const x = (place) => 10 + (130 * (place - low)) / (high - low || 1);
  return order.map(({ place, skill }, i) => {
    const from = i ? x((order[i - 1].place + place) / 2) : x(low);
    const to = i + 1 < order.length ? x((place + order[i + 1].place) / 2) : x(high);
    return { skill, tag: "rect", attributes: { x: from.toFixed(2), y: 2, width: (to - from).toFixed(2), height: 10 } };
  });
}

function rampAxes(order) {
  const text = (x, place) => s("text", { x, y: 25, "text-anchor": "middle" }, document.createTextNode(fixed(place, 0.01)));
  return [text(16, order[0].place), s("text", { x: 75, y: 25, "text-anchor": "middle" }, document.createTextNode("z")), text(134, order.at(-1).place)];
}
