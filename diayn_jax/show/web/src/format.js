const MINUS = "\u2212";
const NARROW = "\u202f"; // a space that does not break
const grouped = new Intl.NumberFormat("en", { maximumSignificantDigits: 3, useGrouping: true });
const UPS = { "-": "\u207b", 0: "\u2070", 1: "\u00b9", 2: "\u00b2", 3: "\u00b3", 4: "\u2074", 5: "\u2075", 6: "\u2076", 7: "\u2077", 8: "\u2078", 9: "\u2079" };

/**
 * Three digits that mean something: 0.812, 12.3, 1,230, 2.1·10⁻⁵; an en dash where there is no number. show/numbers.py
 * writes the same.
 */
export function number(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return "\u2013";
  const size = Math.abs(value);
  if (size >= 1e9 || (size && size < 1e-3)) {
    const [digits, power] = value.toExponential(1).split("e");
    return `${digits}\u00b710${[...String(Number(power))].map((digit) => UPS[digit]).join("")}`.replace("-", MINUS);
  }
  const text = size >= 999.5 ? Math.round(value).toLocaleString("en") : grouped.format(value);
  return text.replace("-", MINUS);
}

/** A number with as many decimals as `step` has: 1,250, 0.5, −2.0. */
export function whole(value, step) {
  const decimals = Math.min(Math.max(0, -Math.floor(Math.log10(step) + 1e-9)), 12);
  const text = value.toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return text.replace("-", MINUS);
}

/** A share as a percentage: 94 %, 5.2 %. */
export function percent(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return "\u2013";
  const share = 100 * value;
  const decimals = share !== 0 && Math.abs(share) < 9.95 ? 1 : 0;
  return `${share.toFixed(decimals)}${NARROW}%`.replace("-", MINUS);
}

/** The unit that suits a count: ["M", 1e6]. */
export function scaled(value) {
  return [["G", 1e9], ["M", 1e6], ["k", 1e3]].find(([, size]) => value >= size) ?? ["", 1];
}

/** 1.2M, 340k, 12. */
export function count(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return "\u2013";
  const [suffix, size] = scaled(1.0005 * Math.abs(value)); // 999,900 is 1M
  if (size === 1) return number(value);
  return `${Number((value / size).toPrecision(3))}${suffix}`.replace("-", MINUS);
}

/** 2 h 5 min, 7 min 20 s, 12 s. */
export function duration(seconds) {
  if (!Number.isFinite(seconds)) return "\u2013";
  const rounded = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(rounded / 3600), Math.floor((rounded % 3600) / 60), rounded % 60];
  if (hours) return `${hours} h ${minutes} min`;
  return minutes ? `${minutes} min ${rest} s` : seconds < 10 ? `${number(seconds)} s` : `${rest} s`;
}

/** "3 skills", "1 skill". */
export function plural(n, word) {
  return `${n} ${word}${n === 1 ? "" : "s"}`;
}
