import { h, s } from "../dom.js";
import { skillColour } from "../palette.js";

const TURN = 2 * Math.PI;
const [OUTER, INNER, HOLE] = [96, 66, 26]; // radii, of 100
const NUMBERED = 24; // up to this many entries have a number
const MOST_BELIEF = 0.92; // share of the room that the longest bar fills

/**
 * Makes the ring of skills: one sector for each, which a pointer pushes; on a disc also a knob for the direction of z.
 *
 * Inside the ring, bars show how sure the classifier is of each skill; for a map, an arrow shows where its last steps
 * went, which follows z if the skill does what it learned.
 *
 * Returns { element, show(z, entry), believes(kind), showBelief(numbers) }.
 */
export function makeRing({ key, counted }, { entries, isDisc, onRing, nameOf }, player) {
  const few = entries.length <= NUMBERED && !isDisc;
  const sectors = entries.map(({ ends }, i) => s("path", { d: sector(ends, INNER, OUTER), fill: skillColour(i), class: "ring-sector" }));
  const bars = entries.map((_, i) => s("path", { fill: skillColour(i), class: "ring-bar" }));
  const numbers = few ? entries.map(({ angle }, i) => s("text", { ...at(angle, (INNER + OUTER) / 2), class: "ring-number" }, String(i))) : [];
  const arrow = s("path", { class: "ring-arrow", d: "" });
  const knob = s("circle", { class: "ring-knob", r: 11, cx: 0, cy: 0 });
  const drawing = s("svg", { viewBox: "-100 -100 200 200", "aria-hidden": "true" }, s("circle", { r: INNER - 2, class: "ring-middle" }), sectors, bars, numbers, arrow, knob);
  const element = h("div", { class: "play-ring", role: "slider", tabindex: 0, "aria-label": isDisc ? "Direction of z" : "Skill", "aria-valuemin": 0, "aria-valuemax": isDisc ? 359 : entries.length - 1, title: key || counted }, drawing);
  let believed = null;
  const mean = [0, 0]; // the map's way, averaged over about half a second of frames

  function push(event) {
    const box = element.getBoundingClientRect();
    const scale = box.width / 2;
    player.push((event.clientX - box.left) / scale - 1, 1 - (event.clientY - box.top) / scale);
  }
  element.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    element.setPointerCapture(event.pointerId);
    push(event);
  });
  element.addEventListener("pointermove", (event) => {
    if (element.hasPointerCapture(event.pointerId)) push(event);
  });

  function show(z, entry) {
    const { angle } = entries[entry];
    sectors.forEach((each, i) => each.classList.toggle("chosen", i === entry));
    numbers.forEach((each, i) => each.classList.toggle("chosen", i === entry));
    const length = isDisc ? Math.max(Math.hypot(...z), 1e-9) : 1;
    const [x, y] = isDisc ? onRing(z) : [0, 0];
    const place = isDisc ? { x: (x / length) * Math.min(length, 1) * 81, y: (-y / length) * Math.min(length, 1) * 81 } : at(angle, 81);
    knob.setAttribute("cx", place.x);
    knob.setAttribute("cy", place.y);
    knob.style.display = few ? "none" : "";
    element.setAttribute("aria-valuenow", isDisc ? Math.round(((Math.atan2(z[1], z[0]) / TURN + 1) % 1) * 360) % 360 : entry);
    element.setAttribute("aria-valuetext", nameOf(z, entry));
  }

  /** Shows log q(z|\u03c6) [K] as bars, or the way of a map [d] as an arrow. */
  function showBelief(found) {
    if (believed === "skills") {
      const most = Math.max(...found);
      const weights = Array.from(found, (x) => Math.exp(x - most));
      const sum = weights.reduce((a, b) => a + b, 0);
      bars.forEach((bar, i) => bar.setAttribute("d", sector(entries[i].ends, HOLE, HOLE + ((INNER - 6 - HOLE) * MOST_BELIEF * weights[i]) / sum)));
    } else if (believed === "direction" && isDisc) {
      const way = onRing(found);
      for (const axis of [0, 1]) mean[axis] += 0.1 * (way[axis] - mean[axis]);
      const length = Math.hypot(...mean);
      const reach = (INNER - 10) * Math.min(1, length * 2.5);
      arrow.setAttribute("d", length > 1e-3 ? arrowTo(Math.atan2(mean[0], mean[1]), reach) : "");
    }
  }

  return { element, show, showBelief, believes: (kind) => (believed = kind) };
}

function at(turns, radius) {
  return { x: radius * Math.sin(turns * TURN), y: -radius * Math.cos(turns * TURN) };
}

/** Returns the outline of a part of a ring between two angles, in turns. */
function sector([from, to], inner, outer) {
  const gap = Math.min(0.004, (to - from) / 12);
  const ends = [from + gap, Math.min(to - gap, from + 0.9999)];
  const [a, b, c, d] = [[ends[0], outer], [ends[1], outer], [ends[1], inner], [ends[0], inner]].map(([turns, radius]) => at(turns, radius));
  const large = ends[1] - ends[0] > 0.5 ? 1 : 0;
  return `M${a.x} ${a.y}A${outer} ${outer} 0 ${large} 1 ${b.x} ${b.y}L${c.x} ${c.y}A${inner} ${inner} 0 ${large} 0 ${d.x} ${d.y}Z`;
}

/** Returns an arrow from the middle, in radians clockwise from the top. */
function arrowTo(angle, reach) {
  const turns = angle / TURN;
  const [tip, left, right] = [at(turns, reach), at(turns - 0.035, Math.max(reach - 14, 0)), at(turns + 0.035, Math.max(reach - 14, 0))];
  return `M0 0L${tip.x} ${tip.y}M${left.x} ${left.y}L${tip.x} ${tip.y}L${right.x} ${right.y}`;
}
