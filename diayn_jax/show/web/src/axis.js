import { fixed, number, scaled } from "./format.js";

const APART = { across: 12, up: 10 }; // pixels between two labels, along an axis
const ROOM = { across: 52, up: 34 }; // approximate pixels for each label
const LINE = 12; // pixels of a label's height
const SIZE = 11; // font size of a label

let measuring = null;

/** Returns the width of a text in the charts' font size, pixels. */
export function widthOf(text, size = SIZE) {
  measuring ??= document.createElement("canvas").getContext("2d");
  measuring.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
  return measuring.measureText(text).width;
}

/**
 * Chooses the ticks of an axis and their labels: round numbers, as many as fit without touching.
 *
 * domain: [low, high]; pixels: the axis's length; options: `up`, for a vertical axis; `format`, see `labelsOf`, or a
 * function that returns the labels of ticks. Returns { values, label(value) }.
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

/** Returns the ticks whose labels do not touch the previous label that is kept. */
function thinned({ values, label }, perPixel, up) {
  const half = (value) => (up ? LINE : widthOf(label(value))) / 2;
  const gap = APART[up ? "up" : "across"];
  const kept = values.reduce((before, value) => {
    const last = before.at(-1);
    return last === undefined || (value - last) * perPixel >= half(value) + half(last) + gap ? [...before, value] : before;
  }, []);
  return { values: kept, label };
}

/** Yields round step sizes, from about `least` upwards. */
function* steps(least) {
  let power = 10 ** Math.floor(Math.log10(Math.max(least, 1e-300)));
  for (let i = 0; i < 24; i++, power *= 10) for (const digit of [1, 2, 5]) yield digit * power;
}

/** Makes labels of ticks that are `step` apart: with as many decimals as the step has, and one unit for all. */
export function labelsOf(values, step, format) {
  if (format === "count") {
    const [suffix, size] = scaled(Math.max(...values.map(Math.abs)));
    return values.map((value) => (value ? fixed(value / size, step / size) + suffix : "0"));
  }
  if (format === "percent") return values.map((value) => `${fixed(100 * value, 100 * step)}\u202f%`);
  return values.map((value) => (Math.max(...values.map(Math.abs)) >= 1e9 ? number(value) : fixed(value, step)));
}
