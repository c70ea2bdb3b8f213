import { h } from "./dom.js";
import { download } from "./player/save.js";

const SHARP = 2; // pixels of a picture to one of the page
const HEAD = 30; // pixels for the title
const STYLES = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "opacity", "font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline"];

/** Buttons that give a chart as PNG (of `place`, where there is one) and its numbers as CSV (of `rows()`, where there is). */
export function saveButtons(title, { place = null, rows = null }) {
  const name = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "_").replace(/^_|_$/g, "");
  const button = (kind, what, act) => h("button", { type: "button", class: "save", title: `${what} of \u201c${title}\u201d`, "aria-label": `${kind}: ${title}`, onclick: act }, kind);
  return h(
    "div",
    { class: "saves" },
    place && button("PNG", "The picture", async (event) => {
      const { currentTarget } = event;
      try {
        (await pictureOf(place, title)).toBlob((blob) => blob && download(blob, `${name}.png`));
      } catch (error) {
        currentTarget.textContent = `No PNG: ${error.message}`;
      }
    }),
    rows && button("CSV", "The numbers", () => download(new Blob([csv(rows())], { type: "text/csv" }), `${name}.csv`)),
  );
}

/** Rows as CSV: no quotes but where they are needed; empty where there is no number. */
export function csv(rows) {
  const cell = (value) => {
    if (value === null || value === undefined || (typeof value === "number" && !Number.isFinite(value))) return "";
    const text = String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(",")}\n`).join("");
}

/** What a place shows, on the page's panel, with its title. */
async function pictureOf(place, title) {
  const box = place.getBoundingClientRect();
  const style = getComputedStyle(place);
  const root = getComputedStyle(document.documentElement);
  const canvas = h("canvas");
  canvas.width = Math.round(box.width * SHARP);
  canvas.height = Math.round((box.height + HEAD) * SHARP);
  const context = canvas.getContext("2d");
  context.scale(SHARP, SHARP);
  context.fillStyle = root.getPropertyValue("--panel").trim();
  context.fillRect(0, 0, box.width, box.height + HEAD);
  context.fillStyle = root.getPropertyValue("--ink").trim();
  context.font = `600 14px ${style.fontFamily}`;
  context.fillText(title, 6, 20, box.width - 12);
  for (const part of place.querySelectorAll("svg, canvas")) {
    if (part.parentElement.closest("svg")) continue;
    const at = part.getBoundingClientRect();
    if (!at.width || !at.height) continue;
    const image = part instanceof HTMLCanvasElement ? part : await imageOf(part, at);
    context.drawImage(image, at.left - box.left, at.top - box.top + HEAD, at.width, at.height);
  }
  return canvas;
}

/** A drawing as an image, with the styles that the page gives it. */
async function imageOf(drawing, { width, height }) {
  const copy = drawing.cloneNode(true);
  const [from, to] = [drawing, copy].map((root) => [root, ...root.querySelectorAll("*")]);
  from.forEach((element, i) => {
    const style = getComputedStyle(element);
    for (const name of STYLES) to[i].style.setProperty(name, style.getPropertyValue(name));
  });
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}
