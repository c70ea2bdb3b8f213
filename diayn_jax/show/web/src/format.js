const digits3 = new Intl.NumberFormat("en", { maximumSignificantDigits: 3, useGrouping: true });
const MINUS = "\u2212";

/** Three digits that mean something: 0.812, 12.3, 1,230; an en dash where there is no number. */
export function number(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return "\u2013";
  const size = Math.abs(value);
  const text = size >= 1000 || size < 1e-3 ? (size && size < 1e-3 ? value.toExponential(1) : digits3.format(Math.round(value))) : digits3.format(value);
  return text.replace("-", MINUS);
}

/** A share as a percentage. */
export function percent(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return "\u2013";
  const share = 100 * value;
  return `${share !== 0 && Math.abs(share) < 10 ? share.toFixed(1) : Math.round(share)}\u2009%`.replace("-", MINUS);
}

/** 1.2M, 340k, 12. */
export function count(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return "\u2013";
  for (const [unit, size] of [["G", 1e9], ["M", 1e6], ["k", 1e3]]) {
    if (Math.abs(value) >= size) return `${Number((value / size).toPrecision(3))}${unit}`.replace("-", MINUS);
  }
  return number(value);
}

/** 2 h 5 min, 7 min 20 s, 12 s. */
export function duration(seconds) {
  if (!Number.isFinite(seconds)) return "\u2013";
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  if (hours) return `${hours} h ${minutes} min`;
  return minutes ? `${minutes} min ${rest} s` : seconds < 10 ? `${number(seconds)} s` : `${rest} s`;
}

/** "3 skills", "1 skill". */
export function plural(n, word) {
  return `${n} ${word}${n === 1 ? "" : "s"}`;
}
