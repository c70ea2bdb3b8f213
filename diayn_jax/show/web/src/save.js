import { h } from "./dom.js";
import { download } from "./player/save.js";

const SHARP = 2; // pixels of a picture for each pixel of the page, per side
const HEAD = 30; // pixels for the title
const BEYOND = 24; // pixels around a drawing, for labels that extend beyond it
const STYLES = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "opacity", "font-family", "font-size", "font-weight", "text-anchor", "dominant-baseline"];

/** Makes buttons that save a chart as PNG (`place`, if it is given) and its numbers as CSV (`rows()`, if given). */
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

/** Writes rows as CSV: quoted only if necessary, and empty if there is no number. */
export function csv(rows) {
  const cell = (value) => {
    if (value === null || value === undefined || (typeof value === "number" && !Number.isFinite(value))) return "";
    const text = String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(cell).join(",")}\n`).join("");
}

/** Draws the content of an element on the colour of the page's panels, with a title. */
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
  context.translate(-box.left, HEAD - box.top);
  drawText(context, place);
  // All positions are measured before the first await, because the page may be scrolled while waiting.
  const parts = [...place.querySelectorAll("svg, canvas, .swatch")].filter((part) => !part.parentElement.closest("svg"));
  const drawn = parts.map((part) => ({ part, at: part.getBoundingClientRect(), opacity: opacityOf(part.parentElement, place) })).filter(({ at }) => at.width && at.height);
  const images = await Promise.all(drawn.map(({ part, at }) => part instanceof SVGElement && imageOf(part, at)));
  drawn.forEach(({ part, at, opacity }, i) => {
    context.globalAlpha = opacity;
    if (images[i]) context.drawImage(images[i], at.left - BEYOND, at.top - BEYOND, at.width + 2 * BEYOND, at.height + 2 * BEYOND);
    else if (part instanceof HTMLCanvasElement) context.drawImage(part, at.left, at.top, at.width, at.height);
    else drawDot(context, part, at);
  });
  return canvas;
}

/** Returns an element's opacity inside another one: the product over its ancestors. */
function opacityOf(element, place) {
  const around = [];
  for (let each = element; each !== place; each = each.parentElement) around.push(each);
  return around.reduce((product, each) => product * Number(getComputedStyle(each).opacity), 1);
}

function drawDot(context, dot, { left, top, width, height }) {
  context.fillStyle = getComputedStyle(dot).backgroundColor;
  context.beginPath();
  context.arc(left + width / 2, top + height / 2, width / 2, 0, 7);
  context.fill();
}

/** Draws the text of an element outside its drawings; text that does not fit its element is cut off. */
function drawText(context, place) {
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  context.textBaseline = "middle";
  while (walker.nextNode()) {
    const { parentElement: around, data } = walker.currentNode;
    if (around.closest("svg, .tip")) continue;
    range.selectNodeContents(walker.currentNode);
    const at = range.getBoundingClientRect();
    if (!at.width) continue;
    const [style, room] = [getComputedStyle(around), around.getBoundingClientRect()];
    context.save();
    context.beginPath();
    context.rect(room.left, room.top, room.width, room.height);
    context.clip();
    context.globalAlpha = opacityOf(around, place);
    context.fillStyle = style.color;
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    context.fillText(data, at.left, at.top + at.height / 2);
    context.restore();
  }
}

/** Returns a drawing as an image, with the page's styles and a margin for parts just outside of it. */
async function imageOf(drawing, { width, height }) {
  const copy = drawing.cloneNode(true);
  const [from, to] = [drawing, copy].map((root) => [root, ...root.querySelectorAll("*")]);
  from.forEach((element, i) => {
    const style = getComputedStyle(element);
    for (const name of STYLES) to[i].style.setProperty(name, style.getPropertyValue(name));
  });
  const [wide, high] = [width + 2 * BEYOND, height + 2 * BEYOND];
  copy.setAttribute("width", wide);
  copy.setAttribute("height", high);
  copy.setAttribute("viewBox", `${-BEYOND} ${-BEYOND} ${wide} ${high}`);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}
