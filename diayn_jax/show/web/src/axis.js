import { fixed, number, scaled } from "./format.js";

const APART = { across: 12, up: 10 }; // pixels between two labels, along an axis
const ROOM = { across: 52, up: 34 }; // pixels for each label, about
const LINE = 12; // pixels of a label's height
const SIZE = 11; // of its letters

let measuring = null;

/** Pixels of a text of the charts' size. */
export function widthOf(text, size = SIZE) {
  measuring ??= document.createElement("canvas").getContext("2d");
  measuring.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
  return measuring.measureText(text).width;
}

/**
 * Where an axis has its ticks, and what they say: round numbers, as many as have room without touching.
 *
 * domain: [low, high]; pixels: its length; options: `up`, a vertical one; `format`, of `labelsOf`, or a function that
 * gives the labels of ticks. Gives { values, label(value) }.
 */
export function ticksOf([low, high], pixels, { up = false, format = "number" } = {}) {
  const direction = up ? "up" : "across";
  const most = Math.max(2, Math.floor(pixels / ROOM[direction]));
  const perPixel = pixels / (high - low || 1);
  let last = null;
  for (const step of steps((high - low) / most / 4)) {
    const first = Math.ceil(low / step - 1e-9);
    const count = Math.floor(high / step + 1e-9) - first + 1;
    if (count < 1 && last) break;
    const values = Array.from({ length: Math.max(count, 0) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
    const labels = typeof format === "function" ? format(values, step) : labelsOf(values, step, format);
    const found = { values, label: (value) => labels[values.indexOf(value)] ?? "" };
    last = found;
    if (count > most) continue;
    const half = labels.map((text) => (up ? LINE : widthOf(text)) / 2);
    const free = values.every((value, i) => !i || (value - values[i - 1]) * perPixel >= half[i] + half[i - 1] + APART[direction]);
    if (free) return found;
  }
  return last ? thinned(last, perPixel, up) : { values: [low], label: () => "" };
}

/** The ticks whose labels do not touch the one that is kept before them. */
function thinned({ values, label }, perPixel, up) {
  const half = (value) => (up ? LINE : widthOf(label(value))) / 2;
  const gap = APART[up ? "up" : "across"];
  const kept = values.reduce((before, value) => {
    const last = before.at(-1);
    return last === undefined || (value - last) * perPixel >= half(value) + half(last) + gap ? [...before, value] : before;
  }, []);
  return { values: kept, label };
}

/** Round steps from about `least` upwards. */
function* steps(least) {
  let power = 10 ** Math.floor(Math.log10(Math.max(least, 1e-300)));
  for (let i = 0; i < 24; i++, power *= 10) for (const digit of [1, 2, 5]) yield digit * power;
}

/** Labels of ticks that are a step apart: as many decimals as the step has, and one unit for all. */
export function labelsOf(values, step, format) {
  if (format === "count") {
    const [suffix, size] = scaled(Math.max(...values.map(Math.abs)));
    return values.map((value) => (value ? fixed(value / size, step / size) + suffix : "0"));
  }
  if (format === "percent") return values.map((value) => `${fixed(100 * value, 100 * step)}\u202f%`);
  return values.map((value) => (Math.max(...values.map(Math.abs)) >= 1e9 ? number(value) : fixed(value, step)));
}
