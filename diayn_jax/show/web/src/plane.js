import * as Plot from "@observablehq/plot";
import { ticksOf } from "./axis.js";
import { canvas, h, ink, onWidth, silent, tooltip } from "./dom.js";
import { number, percent, plural } from "./format.js";
import { colourKey } from "./key.js";
import { saveButtons } from "./save.js";
import { unpack } from "./unpack.js";

const FAR_FROM_ALL = 0.16; // opacity of a belief where no skill has been
const REACH = 22; // pixels from the pointer within which a trace is found

/** Draws where skills go, and beside it the discriminator's beliefs, on the same axes. */
export function planes(element, data, skills, store, colours) {
  const { traces, beliefs } = data;
  const key = colourKey(skills, store);
  const grid = h("div", { class: beliefs ? "pair" : "single" });
  element.append(grid);
  const drawn = { ...traces, x: unpack(traces.x), y: unpack(traces.y) };
  const stops = [];
  const figure = (title, note, label, rows, draw, beside = null) => {
    const place = h("div", { class: "plane", role: "img", "aria-label": label });
    const caption = h("figcaption", { class: beside && "keyed" }, h("h3", {}, title), h("p", { class: "note" }, note), beside);
    grid.append(h("figure", { class: "chart" }, caption, place, saveButtons(title, { place, rows })));
    stops.push(draw(place));
  };
  figure(
    traces.title,
    [
      skills.counted,
      `${plural(traces.episodes, "episode")}${colours.length > 1 ? " each," : ""} of at most ${plural(traces.steps, "step")}${traces.start ? "; ring: start" : ""}`,
    ].filter(Boolean).join(", ") + (skills.key ? `; ${skills.key}` : ""),
    `${traces.title}: traces${skills.counted ? ` of ${skills.counted}` : ""} over ${traces.xlabel} and ${traces.ylabel}${colours.length > 1 ? "; the table of skills below has their figures" : ""}`,
    () => traceRows(drawn, store),
    (place) => traceChart(place, drawn, store, colours),
    key?.element,
  );
  if (beliefs) {
    const map = { ...beliefs, winner: unpack(beliefs.winner), certainty: unpack(beliefs.certainty), visited: unpack(beliefs.visited) };
    figure(
      "What the discriminator believes",
      beliefs.note,
      `The skill that the discriminator finds likeliest, over ${traces.xlabel} and ${traces.ylabel}; ${beliefs.summary}`,
      () => beliefRows(map, drawn, store),
      (place) => beliefChart(place, drawn, map, store, colours),
    );
  }
  if (key) stops.push(key.end);
  return () => stops.forEach((stop) => stop());
}

function traceRows(traces, store) {
  const rows = [["skill", "episode", "step", traces.xlabel, traces.ylabel]];
  const seen = new Map();
  traces.skill.forEach((skill, episode) => {
    seen.set(skill, (seen.get(skill) ?? 0) + 1);
    for (let t = 0; t < traces.rows; t++) {
      const i = t * traces.count + episode;
      if (!Number.isNaN(traces.x[i])) rows.push([store.name(skill), seen.get(skill), traces.row_steps[t] + traces.first, traces.x[i], traces.y[i]]);
    }
  });
  return rows;
}

function beliefRows({ columns, rows, xrange, yrange, winner, certainty, nobody }, traces, store) {
  const table = [[traces.xlabel, traces.ylabel, "likeliest skill", "probability"]];
  for (let i = 0; i < columns * rows; i++) {
    if (winner[i] === nobody) continue;
    const [column, row] = [i % columns, Math.floor(i / columns)];
    const x = xrange[0] + ((column + 0.5) / columns) * (xrange[1] - xrange[0]);
    const y = yrange[1] - ((row + 0.5) / rows) * (yrange[1] - yrange[0]);
    table.push([x.toPrecision(6), y.toPrecision(6), store.name(winner[i]), (certainty[i] / 255).toFixed(3)]);
  }
  return table;
}

/** Makes axes over the traces' box, and functions from data to pixels and back. */
function frame(traces, width) {
  const [[x0, x1], [y0, y1]] = [traces.xrange, traces.yrange];
  const margin = { left: 48, right: 10, top: 26, bottom: 40 };
  const across = width - margin.left - margin.right;
  // Both axes of a plane have the same scale.
  const up = traces.plane ? Math.round((across * (y1 - y0)) / (x1 - x0)) : Math.round(Math.min(width * 0.7, 420));
  const height = up + margin.top + margin.bottom;
  const [xTicks, yTicks] = [ticksOf([x0, x1], across), ticksOf([y0, y1], up, { up: true })];
  const axes = silent(Plot.plot({
    width,
    height,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    style: { background: "transparent", fontFamily: "inherit", fontSize: "11px", overflow: "visible" },
    x: { domain: [x0, x1], nice: false },
    y: { domain: [y0, y1], nice: false },
    marks: [
      Plot.gridX(xTicks.values, { stroke: "var(--grid)", strokeOpacity: 1 }),
      Plot.gridY(yTicks.values, { stroke: "var(--grid)", strokeOpacity: 1 }),
      Plot.axisX(xTicks.values, { tickFormat: xTicks.label, tickSize: 0, label: traces.xlabel, labelAnchor: "right", labelArrow: "none" }),
      Plot.axisY(yTicks.values, { tickFormat: yTicks.label, tickSize: 0, label: traces.ylabel, labelAnchor: "top", labelArrow: "none" }),
    ],
  }));
  return {
    axes,
    width,
    height,
    box: [margin.left, margin.top, across, up],
    x: (v) => margin.left + ((v - x0) / (x1 - x0)) * across,
    y: (v) => margin.top + (1 - (v - y0) / (y1 - y0)) * up,
    inverse: (px, py) => [x0 + ((px - margin.left) / across) * (x1 - x0), y0 + (1 - (py - margin.top) / up) * (y1 - y0)],
  };
}

function clipTo(context, [x, y, width, height]) {
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
}

function drawWalls(context, walls, at) {
  context.strokeStyle = ink("ink");
  context.lineWidth = 2;
  for (const [[ax, ay], [bx, by]] of walls) {
    context.beginPath();
    context.moveTo(at.x(ax), at.y(ay));
    context.lineTo(at.x(bx), at.y(by));
    context.stroke();
  }
}

/** Returns the pixels of an episode's points, up to its end. */
function path(traces, episode, at) {
  const { x, y, rows, count } = traces;
  const line = [];
  for (let t = 0; t < rows; t++) {
    const i = t * count + episode;
    if (Number.isNaN(x[i]) || Number.isNaN(y[i])) continue;
    line.push([at.x(x[i]), at.y(y[i]), t]);
  }
  return line;
}

function traceChart(place, traces, store, colours) {
  let at = null;
  let lines = [];
  let layer = null;
  let cells = null;
  const tip = tooltip(place);

  function render() {
    if (!at) return;
    const [element, context] = canvas(at.width, at.height);
    context.save();
    clipTo(context, [at.box[0] - 4, at.box[1] - 4, at.box[2] + 8, at.box[3] + 8]);
    drawWalls(context, traces.walls, at);
    context.lineJoin = "round";
    const many = colours.length > 20;
    // Highlighted traces are drawn last, on top.
    const order = lines.map((_, i) => i).sort((a, b) => store.shows(lines[a].skill) - store.shows(lines[b].skill));
    for (const i of order) {
      const { skill, path: points } = lines[i];
      if (!points.length) continue;
      const shown = store.shows(skill);
      context.globalAlpha = shown ? 0.85 : 0.1;
      context.strokeStyle = context.fillStyle = colours[skill];
      context.lineWidth = many ? 1 : 1.5;
      context.beginPath();
      points.forEach(([x, y], t) => (t ? context.lineTo(x, y) : context.moveTo(x, y)));
      context.stroke();
      const [x, y] = points.at(-1);
      context.beginPath();
      context.arc(x, y, many ? 2 : 3, 0, 7);
      context.fill();
    }
    context.globalAlpha = 1;
    if (traces.start) {
      context.beginPath();
      context.arc(at.x(traces.start[0]), at.y(traces.start[1]), 5, 0, 7);
      context.fillStyle = ink("panel");
      context.strokeStyle = ink("ink");
      context.lineWidth = 1.8;
      context.fill();
      context.stroke();
    }
    context.restore();
    if (store.kind === "discrete") numberEnds(context);
    layer.replaceChildren(element);
  }

  /** Writes skills' numbers at their farthest ends, if they do not cover each other. */
  function numberEnds(context) {
    context.font = "600 12px system-ui, sans-serif";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    const taken = [];
    for (let skill = 0; skill < colours.length; skill++) {
      if (!store.shows(skill)) continue;
      const own = lines.filter((line) => line.skill === skill && line.path.length);
      if (!own.length) continue;
      const far = own.map((line) => [Math.hypot(line.path.at(-1)[0] - line.path[0][0], line.path.at(-1)[1] - line.path[0][1]), line.path.at(-1)]).sort((a, b) => b[0] - a[0])[0][1];
      const text = store.name(skill);
      const wide = context.measureText(text).width;
      const free = [[6, -8], [6, 8], [-6 - wide, -8], [-6 - wide, 8], [-wide / 2, -13], [-wide / 2, 13]].map(([dx, dy]) => [far[0] + dx, far[1] + dy]).find(([x, y]) => x > 0 && x + wide < at.width && y > 8 && y < at.height - 8 && !taken.some(([tx, ty, tw]) => Math.abs(y - ty) < 13 && x < tx + tw + 2 && tx < x + wide + 2));
      if (!free) continue;
      taken.push([free[0], free[1], wide]);
      context.lineWidth = 3.5;
      context.strokeStyle = ink("panel");
      context.strokeText(text, ...free);
      context.fillStyle = ink("ink");
      context.fillText(text, ...free);
    }
  }

  function lay(width) {
    at = frame(traces, width);
    lines = Array.from(traces.skill, (skill, i) => ({ skill, path: path(traces, i, at) }));
    cells = new Map();
    lines.forEach(({ path: points }, line) =>
      points.forEach(([x, y, t]) => {
        const key = `${Math.floor(x / REACH)},${Math.floor(y / REACH)}`;
        if (!cells.has(key)) cells.set(key, []);
        cells.get(key).push([x, y, t, line]);
      }),
    );
    layer = h("div", { class: "layer" });
    place.style.height = `${at.height}px`;
    place.querySelectorAll(".layer, svg").forEach((old) => old.remove());
    place.prepend(at.axes, layer);
    render();
  }

  function nearest(px, py) {
    let best = null;
    let least = REACH * REACH;
    const [cx, cy] = [Math.floor(px / REACH), Math.floor(py / REACH)];
    for (let i = cx - 1; i <= cx + 1; i++) {
      for (let j = cy - 1; j <= cy + 1; j++) {
        for (const [x, y, t, line] of cells.get(`${i},${j}`) ?? []) {
          const far = (x - px) ** 2 + (y - py) ** 2;
          if (far < least && (!store.picked.length || store.has(lines[line].skill))) {
            least = far;
            best = { x, y, t, line };
          }
        }
      }
    }
    return best;
  }

  place.addEventListener("pointermove", (event) => {
    const box = place.getBoundingClientRect();
    const found = at && nearest(event.clientX - box.left, event.clientY - box.top);
    if (!found) {
      store.hover(null);
      tip.hide();
      return;
    }
    const { skill } = lines[found.line];
    store.hover(skill);
    const i = found.t * traces.count + found.line;
    const episode = lines.slice(0, found.line).filter((line) => line.skill === skill).length;
    const where = traces.over_time ? number(traces.y[i]) : `(${number(traces.x[i])}, ${number(traces.y[i])})`;
    tip.show(found.x, found.y, `${store.label(skill)}, episode ${episode + 1}, step ${traces.row_steps[found.t] + traces.first}: ${where}`);
  });
  place.addEventListener("pointerleave", () => {
    store.hover(null);
    tip.hide();
  });
  place.addEventListener("click", (event) => {
    const box = place.getBoundingClientRect();
    const found = at && nearest(event.clientX - box.left, event.clientY - box.top);
    if (found) store.toggle(lines[found.line].skill);
  });
  return started(place, lay, render, store);
}

function beliefChart(place, traces, beliefs, store, colours) {
  let at = null;
  let layer = null;
  const tip = tooltip(place);
  const { columns, rows, xrange, yrange, winner, certainty, visited } = beliefs;
  const chance = 1 / colours.length;

  function picture() {
    const image = document.createElement("canvas");
    [image.width, image.height] = [columns, rows];
    const context = image.getContext("2d");
    const pixels = context.createImageData(columns, rows);
    const rgb = colours.map((hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)));
    for (let i = 0; i < columns * rows; i++) {
      const skill = winner[i];
      if (skill === beliefs.nobody) continue;
      const sure = (certainty[i] / 255 - chance) / (1 - chance);
      const shown = store.shows(skill);
      const nearness = FAR_FROM_ALL + (1 - FAR_FROM_ALL) * (visited[i] / 255);
      pixels.data.set([...rgb[skill], 255 * nearness * (shown ? 0.08 + 0.82 * Math.max(sure, 0) : 0.05)], 4 * i);
    }
    context.putImageData(pixels, 0, 0);
    return image;
  }

  function render() {
    if (!at) return;
    const [element, context] = canvas(at.width, at.height);
    clipTo(context, at.box);
    context.imageSmoothingEnabled = true;
    context.imageSmoothingQuality = "high";
    const [left, right, top, bottom] = [at.x(xrange[0]), at.x(xrange[1]), at.y(yrange[1]), at.y(yrange[0])];
    context.drawImage(picture(), left, top, right - left, bottom - top);
    context.globalAlpha = 1;
    drawWalls(context, traces.walls, at);
    // The ends of the episodes help to read the map.
    for (let episode = 0; episode < traces.count; episode++) {
      const skill = traces.skill[episode];
      const end = store.shows(skill) && path(traces, episode, at).at(-1);
      if (!end) continue;
      context.beginPath();
      context.arc(end[0], end[1], 2.6, 0, 7);
      context.fillStyle = colours[skill];
      context.strokeStyle = ink("panel");
      context.lineWidth = 1.4;
      context.fill();
      context.stroke();
    }
    layer.replaceChildren(element);
  }

  function lay(width) {
    at = frame(traces, width);
    layer = h("div", { class: "layer" });
    place.style.height = `${at.height}px`;
    place.querySelectorAll(".layer, svg").forEach((old) => old.remove());
    place.prepend(at.axes, layer);
    render();
  }

  place.addEventListener("pointermove", (event) => {
    const box = place.getBoundingClientRect();
    const [px, py] = [event.clientX - box.left, event.clientY - box.top];
    const [x, y] = at ? at.inverse(px, py) : [NaN, NaN];
    const column = Math.floor(((x - xrange[0]) / (xrange[1] - xrange[0])) * columns);
    const row = Math.floor(((yrange[1] - y) / (yrange[1] - yrange[0])) * rows);
    const inside = column >= 0 && column < columns && row >= 0 && row < rows;
    const skill = inside ? winner[row * columns + column] : beliefs.nobody;
    if (skill === beliefs.nobody) {
      store.hover(null);
      tip.hide();
      return;
    }
    store.hover(skill);
    tip.show(px, py, `(${number(x)}, ${number(y)}): ${store.label(skill)}, ${percent(certainty[row * columns + column] / 255)}`);
  });
  place.addEventListener("pointerleave", () => {
    store.hover(null);
    tip.hide();
  });
  return started(place, lay, render, store);
}

/** Lays out now and when the width changes; draws again when the theme or the picked skills change. */
function started(place, lay, render, store) {
  const ends = [onWidth(place, lay), store.watch(() => requestAnimationFrame(render))];
  window.addEventListener("themechange", render);
  return () => {
    ends.forEach((end) => end());
    window.removeEventListener("themechange", render);
  };
}
