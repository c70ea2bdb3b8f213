const MINUS = "\u2212";
const NONE = "\u2013";
const NARROW = "\u202f"; // a narrow space at which no line breaks
// Only Intl rounds numbers: half away from zero, from the number's shortest decimal. `number_format.py` does the same.
const digits = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const plainDigits = new Intl.NumberFormat("en", { maximumSignificantDigits: 3, useGrouping: false });
const power = new Intl.NumberFormat("en", { notation: "scientific", minimumFractionDigits: 1, maximumFractionDigits: 1 });
const decimals = Array.from({ length: 13 }, (_, n) => new Intl.NumberFormat("en", { minimumFractionDigits: n, maximumFractionDigits: n }));
const UPS = { "-": "\u207b", 0: "\u2070", 1: "\u00b9", 2: "\u00b2", 3: "\u00b3", 4: "\u2074", 5: "\u2075", 6: "\u2076", 7: "\u2077", 8: "\u2078", 9: "\u2079" };

/**
 * Writes a number with three significant digits: 0.812, 12.3, 1,230, 2.1·10⁻⁵; an en dash if there is no number.
 * `number_format.py` writes the same.
 */
export function number(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return NONE;
  const size = Math.abs(value);
  if (size >= 1e9 || (size && size < 1e-3)) {
    const [text, exponent] = power.format(value).split("E");
    return `${text}\u00b710${[...exponent].map((digit) => UPS[digit]).join("")}`.replace("-", MINUS);
  }
  return signed((size >= 999.5 ? decimals[0] : digits).format(value));
}

/** Writes a number with as many decimals as `step` has: 1,250, 0.5, −2.0. */
export function fixed(value, step) {
  return signed(decimals[Math.min(Math.max(0, -Math.floor(Math.log10(step) + 1e-9)), 12)].format(value));
}

/** Writes a share as a percentage: 94 %, 5.2 %. */
export function percent(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return NONE;
  const share = 100 * value;
  const text = Math.abs(share) >= 1e9 ? number(share) : signed(decimals[share !== 0 && Math.abs(share) < 9.95 ? 1 : 0].format(share));
  return `${text}${NARROW}%`;
}

/** Writes the minus sign U+2212, and none before zero. */
function signed(text) {
  return text.replace(/^-(?=[0.]*$)/, "").replace("-", MINUS);
}

/** Returns the unit that suits a count: ["M", 1e6]. */
export function scaled(value) {
  return [["G", 1e9], ["M", 1e6], ["k", 1e3]].find(([, size]) => value >= size) ?? ["", 1];
}

/** Writes a count: 1.2M, 340k, 12. */
export function count(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return NONE;
  const [suffix, size] = scaled(1.0005 * Math.abs(value)); // 999,900 is 1M
  if (size === 1) return number(value);
  return signed(plainDigits.format(value / size)) + suffix;
}

/** Writes a duration: 2 h 5 min, 7 min 20 s, 12 s. */
export function duration(seconds) {
  if (!Number.isFinite(seconds)) return NONE;
  const rounded = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(rounded / 3600), Math.floor((rounded % 3600) / 60), rounded % 60];
  if (hours) return `${hours} h ${minutes} min`;
  return minutes ? `${minutes} min ${rest} s` : seconds < 10 ? `${number(seconds)} s` : `${rest} s`;
}

/** Writes a number of things: "3 skills", "1 skill". */
export function plural(n, word) {
  return `${n} ${word}${n === 1 ? "" : "s"}`;
}
