/** Hands a file to the reader, as a download. */
export function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Saves a canvas as PNG. */
export function saveCanvas(canvas, name) {
  canvas.toBlob((blob) => blob && download(blob, `${name}.png`), "image/png");
}

const KINDS = [
  ["video/mp4;codecs=avc1.42E01F", "mp4"],
  ["video/webm;codecs=vp9", "webm"],
  ["video/webm", "webm"],
];
const BITS_PER_SECOND = 8_000_000;

/** Whether this browser can film a canvas. */
export function films() {
  return typeof MediaRecorder !== "undefined" && "captureStream" in HTMLCanvasElement.prototype;
}

/** Films a canvas from now on; returns { stop }, which resolves when the file has been handed over. */
export function film(canvas, name) {
  const [type, ending] = KINDS.find(([kind]) => MediaRecorder.isTypeSupported(kind)) ?? ["", "webm"];
  const recorder = new MediaRecorder(canvas.captureStream(30), { ...(type && { mimeType: type }), videoBitsPerSecond: BITS_PER_SECOND });
  const parts = [];
  recorder.ondataavailable = ({ data }) => data.size && parts.push(data);
  recorder.start(500);
  return {
    stop: () =>
      new Promise((resolve) => {
        recorder.onstop = () => {
          download(new Blob(parts, { type: recorder.mimeType }), `${name}.${ending}`);
          resolve();
        };
        recorder.stop();
      }),
  };
}
