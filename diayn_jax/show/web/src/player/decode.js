/** Decodes the data that show/players/player.py encodes. */

export function bytes(base64) {
  const text = atob(base64);
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
  return out.buffer;
}

/** Decodes { shape, varies, low, high, data } of encode_arrays.py's `quantised`: Float32Array, the last axis fastest. */
export function numbers({ shape, varies, low, high, data }) {
  const levels = new Uint16Array(bytes(data));
  const out = new Float32Array(levels.length);
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  // The index of each number's minimum and maximum; the indices repeat after `period` numbers.
  const period = varies.length ? strides[varies[0]] * shape[varies[0]] : 1;
  const places = Uint32Array.from({ length: Math.min(period, levels.length) }, (_, i) => varies.reduce((place, axis) => place * shape[axis] + (Math.floor(i / strides[axis]) % shape[axis]), 0));
  for (let i = 0, k = 0; i < levels.length; i++, k = k + 1 === period ? 0 : k + 1) {
    const place = places[k];
    out[i] = low[place] + (levels[i] / 65535) * (high[place] - low[place]);
  }
  return out;
}

/** Returns the kept frame (frames: their steps, ascending) at or before step t, and t's share of the way to the next. */
export function frameAt(frames, t) {
  let low = 0;
  let high = frames.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (frames[middle] <= t) low = middle;
    else high = middle;
  }
  if (low === frames.length - 1) return [low, 0];
  const share = (t - frames[low]) / (frames[low + 1] - frames[low]);
  return [low, Math.min(Math.max(share, 0), 1)];
}
