import { bytes } from "./player/decode.js";

const KINDS = { int16: Int16Array, uint16: Uint16Array, uint8: Uint8Array };

/** Unpacks numbers from Python: { type, data (base64), scale?, offset?, missing? } -> typed array; NaN if missing. */
export function unpack({ type, data, scale, offset = 0, missing }) {
  const raw = new KINDS[type](bytes(data));
  if (scale === undefined) return raw;
  const values = new Float32Array(raw.length);
  for (let i = 0; i < raw.length; i++) values[i] = raw[i] === missing ? NaN : raw[i] * scale + offset;
  return values;
}
