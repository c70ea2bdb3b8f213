/** Reads what show/player.py wrote. */

export function bytes(base64) {
  const text = atob(base64);
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
  return out.buffer;
}

/** { shape, varies, low, high, data }, see `quantised` there -> Float32Array, the last axis fastest. */
export function numbers({ shape, varies, low, high, data }) {
  const levels = new Uint16Array(bytes(data));
  const out = new Float32Array(levels.length);
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const axes = varies.map((axis) => [strides[axis], shape[axis]]);
  for (let i = 0; i < levels.length; i++) {
    let place = 0;
    for (const [stride, size] of axes) place = place * size + (Math.floor(i / stride) % size);
    out[i] = low[place] + (levels[i] / 65535) * (high[place] - low[place]);
  }
  return out;
}

/** Of kept frames (their steps, ascending) the one at or before step t, and how far t is to the next. */
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
