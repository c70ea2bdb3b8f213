import * as Plot from "@observablehq/plot";
import { ticksOf } from "./axis.js";
import { h, onWidth, silent } from "./dom.js";
import { count, duration, number, percent } from "./format.js";
import { saveButtons } from "./save.js";

const PLAIN = ["var(--series-1)", "var(--series-2)", "var(--series-3)", "var(--series-4)", "var(--series-5)", "var(--series-6)"];

/** The charts; `names` are names in the log. Charts of figures that a run does not have are left out. */
function charts(numSkills) {
  const top = Math.log(numSkills);
  return [
    {
      title: "How much a state tells about its skill",
      note: "lower bound on I(S; Z); at the right, effective skills exp(I)",
      names: ["eval/mi"],
      unit: "nats",
      rules: [{ y: top, label: `ln ${numSkills}` }, { y: 0 }],
      effective: numSkills,
      wide: true,
    },
    {
      title: "Discriminator's accuracy",
      note: "share of steps at which it names the right skill",
      names: ["eval/discriminator_accuracy"],
      domain: [0, 1],
      share: true,
      rules: [{ y: 1 / numSkills, label: "chance" }],
    },
    {
      title: "log q, running",
      note: "mean over finished episodes of log q(z | s\u2032), training",
      names: ["train/log_q_running"],
      unit: "nats",
      rules: [{ y: -top, label: "chance" }, { y: 0 }],
    },
    { title: "Return", note: "the environment's reward over an episode, mean over episodes", names: ["eval/return"], wide: true },
    { title: "Distance", note: "metres from an episode's start to its end, mean", names: ["eval/distance_mean", "eval/distance"], unit: "m", zero: true },
    { title: "Episode length", note: "steps until an episode ends", names: ["eval/episode_length"], zero: true },
    { title: "Ground covered", note: "cells of 1 m \u00d7 1 m that all skills visit", names: ["eval/policy_coverage"], unit: "m\u00b2", zero: true },
    { title: "Goals reached", note: "zero-shot, share of goals as far away as skills go", names: ["eval/goal_success_near"], domain: [0, 1], share: true },
    { title: "\u03bb, the weight of the bound on \u03c6", note: "it falls as long as steps of \u03c6 are shorter than 1", names: ["train/lambda"], zero: true },
    { title: "\u2016\u0394\u03c6\u2016\u00b2", note: "squared step of the representation, mean over a batch; the bound is 1", names: ["train/phi_step"], zero: true, rules: [{ y: 1, label: "bound" }] },
    { title: "Score of a step", note: "the objective's score of a step: the mean in evaluations, and the running mean over training episodes", names: ["eval/score", "train/score_running"] },
    { title: "Environment's own reward", note: "sum over an episode", names: ["eval/return_best", "eval/return_mean"] },
    { title: "Representation's loss", names: ["train/representation_loss"] },
    { title: "Discriminator's loss", names: ["train/discriminator_loss"], unit: "nats", zero: true },
    { title: "Critics' loss", names: ["train/critic_loss"], zero: true },
    { title: "Policy's loss", names: ["train/policy_loss"] },
    { title: "Q, mean", names: ["train/q_mean"] },
    { title: "Entropy of the policy", names: ["train/policy_entropy"], unit: "nats" },
    { title: "Entropy weight \u03b1", names: ["train/alpha"], zero: true },
    { title: "Gradient norms", names: ["train/grad_norm_discriminator", "train/grad_norm_representation", "train/grad_norm_critics", "train/grad_norm_policy"], zero: true },
    { title: "Environment steps per second", names: ["time/env_steps_per_second"], zero: true },
    { title: "Updates per second", names: ["time/updates_per_second"], zero: true },
  ];
}

/** Names in the log that belong in a table, or are an axis. */
const ELSEWHERE = /_skill_\d+$|^time\/(env_steps|updates|wall_seconds|eval_seconds|compile_seconds)$|^eval\/(return_best|return_std|effective_skills)$/;

/**
 * Draws all curves of one or several runs.
 *
 * groups: [{ label, colour, dash?, curves: { name: { x: steps, wall: seconds, y, low?, high? } } }]; a single group
 * has no legend. chosen: { by }, the axis that the reader chose; it is stored there for the next drawing.
 */
export function learning(element, groups, numSkills, chosen = { by: "x" }) {
  // For several groups, a chart has one figure, and the colour of a line shows its group.
  const known = charts(numSkills).flatMap((chart) =>
    groups.length > 1 && chart.names.length > 1 ? chart.names.map((name) => ({ ...chart, names: [name], title: `${chart.title}: ${short(name)}` })) : [chart],
  );
  const listed = new Set(known.flatMap((chart) => chart.names));
  const has = (name) => groups.some((group) => group.curves[name]?.x.length);
  const others = [...new Set(groups.flatMap((group) => Object.keys(group.curves)))]
    .filter((name) => !listed.has(name) && !ELSEWHERE.test(name) && has(name))
    .sort()
    .map((name) => ({ title: name, names: [name] }));
  if (!known.some((chart) => chart.names.some(has))) {
    element.append(h("p", { class: "empty" }, "The log has no figures yet."));
    return;
  }
  const walls = groups.every((group) => Object.values(group.curves).every((curve) => curve.wall));
  if (!walls) chosen.by = "x";
  const redraws = [];
  const state = { chosen, redraws };
  if (walls) {
    const choose = (by, text) =>
      h("label", {}, h("input", { type: "radio", name: "curves-by", checked: chosen.by === by, onchange: () => ((chosen.by = by), redraws.forEach((f) => f())) }), text);
    element.append(
      h("fieldset", { class: "choices" }, h("legend", {}, "Over"), choose("x", "environment steps"), choose("wall", "time")),
    );
  }
  if (groups.length > 1) element.append(legend(groups));
  const grid = h("div", { class: "charts" });
  element.append(grid);
  for (const chart of known.filter((chart) => chart.names.some(has))) grid.append(panel(chart, groups, state));
  if (others.length) {
    const inside = h("div", { class: "charts" });
    const details = h("details", {}, h("summary", {}, `All other figures of the log (${others.length})`), inside);
    details.addEventListener("toggle", () => inside.append(...others.map((chart) => panel(chart, groups, state))), { once: true });
    element.append(details);
  }
}

function legend(groups) {
  return h(
    "ul",
    { class: "legend" },
    groups.map(({ label, colour, dash }) => h("li", {}, h("span", { class: "swatch", style: `background:${dash ? `repeating-linear-gradient(90deg, ${colour} 0 4px, transparent 4px 6px)` : colour}` }), label)),
  );
}

/** Makes one chart with its frame. */
function panel(chart, groups, state) {
  const lines = [];
  for (const group of groups) {
    const names = chart.names.filter((name) => group.curves[name]?.x.length);
    names.forEach((name, i) => {
      const colour = groups.length > 1 ? group.colour : PLAIN[i % PLAIN.length];
      lines.push({ ...group.curves[name], colour, dash: group.dash, name, label: [groups.length > 1 && group.label, names.length > 1 && short(name)].filter(Boolean).join(", ") });
    });
  }
  const write = chart.share ? percent : number;
  const last = lines.map((line) => `${line.label ? `${line.label} ` : ""}${write(line.y.at(-1))}`).join("; ");
  const place = h("div", { class: "plot curve", role: "img", "aria-label": `${chart.title}: a line over ${lines[0].x.length} points; last ${last}` });
  const head = h("figcaption", {}, h("h3", {}, chart.title), chart.note && h("p", { class: "note" }, chart.note));
  if (lines.length > 1 && groups.length === 1) head.append(legend(lines.map((line) => ({ ...line, label: line.label }))));
  if (lines.length === 1) head.append(h("p", { class: "now" }, write(lines[0].y.at(-1)), chart.unit && h("span", {}, ` ${chart.unit}`)));
  const redraw = (width) => place.replaceChildren(draw(chart, lines, state.chosen.by, width));
  onWidth(place, redraw);
  state.redraws.push(() => place.clientWidth && redraw(place.clientWidth));
  return h("figure", { class: chart.wide ? "chart wide" : "chart" }, head, place, saveButtons(chart.title, { place, rows: () => rowsOf(lines) }));
}

function rowsOf(lines) {
  const ranged = lines.some((line) => line.low);
  return [
    ["line", "figure", "environment steps", "seconds", "value", ...(ranged ? ["low", "high"] : [])],
    ...lines.flatMap((line) => line.y.map((y, i) => [line.label, line.name, line.x[i], line.wall?.[i] ?? null, y, ...(ranged ? [line.low?.[i] ?? null, line.high?.[i] ?? null] : [])])),
  ];
}

const NAMES = { "eval/return_best": "best skill\u2019s return", "eval/return_mean": "mean over all skills" };

/** Turns `train/critic_loss` into `critic loss`. */
function short(name) {
  return NAMES[name] ?? name.slice(name.indexOf("/") + 1).replace(/^grad_norm_/, "").replaceAll("_", " ");
}

/** Returns the unit of a chart's horizontal axis. */
function axis(by, most) {
  if (by === "x") return { size: 1, label: "steps", format: "count" };
  const [size, label] = most > 7200 ? [3600, "hours"] : most > 120 ? [60, "minutes"] : [1, "seconds"];
  return { size, label, format: "number" };
}

function draw(chart, lines, by, width) {
  const height = chart.wide ? Math.min(404, Math.max(220, width * 0.53)) : 180;
  const write = chart.share ? percent : number;
  const margin = { left: 48, right: chart.effective ? 46 : 14, top: 22, bottom: 36 };
  const marks = [];
  const most = Math.max(...lines.map((line) => line[by].at(-1)));
  const unit = axis(by, most);
  const tips = [];
  for (const line of lines) {
    const points = line.y.map((y, i) => ({ x: line[by][i] / unit.size, y, low: line.low?.[i], high: line.high?.[i] }));
    if (line.low) marks.push(Plot.areaY(points, { x: "x", y1: "low", y2: "high", fill: line.colour, fillOpacity: 0.16 }));
    marks.push(Plot.lineY(points, { x: "x", y: "y", stroke: line.colour, strokeWidth: 1.8, strokeDasharray: line.dash }));
    if (points.length <= 40) marks.push(Plot.dot(points, { x: "x", y: "y", fill: line.colour, r: 2.2 }));
    tips.push(...points.map((p) => ({ ...p, colour: line.colour, label: line.label })));
  }
  const values = tips.flatMap((p) => [p.y, p.low, p.high]).filter(Number.isFinite);
  const wanted = (chart.rules ?? []).filter((rule) => rule.label).map((rule) => rule.y);
  const edges = [...values, ...wanted, ...(chart.zero || chart.effective ? [0] : [])];
  const [low, high] = chart.domain ?? [Math.min(...edges), Math.max(...edges)];
  const room = high > low ? 0.06 * (high - low) : Math.abs(high) || 1;
  for (const { y, label } of (chart.rules ?? []).filter((rule) => rule.y >= low - room && rule.y <= high + room)) {
    marks.push(Plot.ruleY([y], { stroke: label ? "var(--soft)" : "var(--line)", strokeDasharray: label ? "4 3" : null }));
    if (label) marks.push(Plot.text([label], { y, frameAnchor: "left", dx: 4, dy: -7, fill: "var(--soft)", textAnchor: "start" }));
  }
  const domain = chart.domain ?? [chart.zero && low === 0 ? 0 : low - room, high + room];
  const span = [0, most / unit.size || 1];
  const xTicks = ticksOf(span, width - margin.left - margin.right, { format: unit.format });
  const yTicks = ticksOf(domain, height - margin.top - margin.bottom, { up: true, format: chart.share ? "percent" : "number" });
  marks.unshift(Plot.gridY(yTicks.values, { stroke: "var(--grid)", strokeOpacity: 1 }), Plot.gridX(xTicks.values, { stroke: "var(--grid)", strokeOpacity: 0.6 }));
  if (chart.effective) {
    const all = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].filter((n) => n < chart.effective);
    const perNat = (height - margin.top - margin.bottom) / (domain[1] - domain[0]);
    // The highest tick is K; lower ticks are kept if their labels fit.
    const ticks = all.reverse().reduce((kept, n) => (Math.log(kept.at(-1) / n) * perNat > 15 ? [...kept, n] : kept), [chart.effective]);
    marks.push(Plot.axisY(ticks.map(Math.log), { anchor: "right", tickFormat: (y) => String(Math.round(Math.exp(y))), label: "effective skills", labelArrow: "none", tickSize: 3 }));
  }
  marks.push(
    Plot.axisY(yTicks.values, { anchor: "left", tickFormat: yTicks.label, label: chart.unit ?? null, labelArrow: "none", tickSize: 0 }),
    Plot.axisX(xTicks.values, { tickFormat: xTicks.label, label: unit.label, labelArrow: "none", tickSize: 3 }),
    Plot.ruleX(tips, Plot.pointerX({ x: "x", stroke: "var(--soft)", strokeOpacity: 0.5 })),
    Plot.dot(tips, Plot.pointer({ x: "x", y: "y", fill: "colour", r: 3.5 })),
    Plot.tip(
      tips,
      Plot.pointer({
        x: "x",
        y: "y",
        title: (p) => `${p.label ? `${p.label}\n` : ""}${write(p.y)}${chart.unit ? ` ${chart.unit}` : ""}${p.low === undefined ? "" : ` (${write(p.low)} to ${write(p.high)})`}${chart.effective ? `, ${number(Math.exp(p.y))} effective skills` : ""}\n${by === "x" ? `${count(p.x)} steps` : duration(p.x * unit.size)}`,
        fill: "var(--panel)",
        stroke: "var(--line)",
      }),
    ),
  );
  return silent(Plot.plot({
    width,
    height,
    marginLeft: margin.left,
    marginRight: margin.right,
    marginTop: margin.top,
    marginBottom: margin.bottom,
    style: { background: "transparent", fontFamily: "inherit", fontSize: "11px", overflow: "visible" },
    x: { domain: span },
    y: { domain },
    color: { type: "identity" },
    marks,
  }));
}
