import { widthOf } from "./axis.js";
import { canvas, h, ink, onWidth, tooltip } from "./dom.js";
import { percent, plural } from "./format.js";
import { saveButtons } from "./save.js";

const TITLE = "Which skill it names";

/** Draws the share of each skill's steps (rows) that the discriminator assigns to each skill (columns). */
export function confusion(element, matrix, store) {
  const size = matrix.length;
  const mistakes = matrix
    .flatMap((row, z) => row.map((share, j) => ({ z, j, share })).filter(({ j, share }) => j !== z && share > 0))
    .sort((a, b) => b.share - a.share);
  const right = matrix.map((row, z) => row[z]).filter(Number.isFinite);
  const mean = right.reduce((a, b) => a + b, 0) / Math.max(right.length, 1);
  const place = h("div", {
    class: "plane square",
    role: "img",
    "aria-label": `Confusion matrix of ${plural(size, "skill")}; on the diagonal ${percent(mean)} on average`,
  });
  element.append(
    h(
      "div",
      { class: "pair uneven" },
      h(
        "figure",
        { class: "chart" },
        h("figcaption", {}, h("h3", {}, TITLE), h("p", { class: "note" }, "rows: the skill that acts; columns: the skill that the discriminator finds likeliest; per cent of steps")),
        place,
        saveButtons(TITLE, { place, rows: () => [["skill that acts", ...matrix.map((_, j) => `named ${j}`)], ...matrix.map((row, z) => [z, ...row])] }),
      ),
      h(
        "div",
        { class: "aside" },
        h("h3", {}, "Most often mistaken"),
        mistakes.length
          ? h(
              "ol",
              { class: "mistakes" },
              mistakes.slice(0, 8).map(({ z, j, share }) =>
                h(
                  "li",
                  {},
                  h("button", { type: "button", class: "link", onclick: () => store.pick([z, j]) }, `${store.label(z)} for ${store.label(j)}`),
                  h("span", { class: "number" }, percent(share)),
                ),
              ),
            )
          : h("p", { class: "note" }, "No skill is ever mistaken for another."),
      ),
    ),
  );
  const tip = tooltip(place);
  const margin = 34;
  let layer = h("div", { class: "layer" });
  let width = 0;
  place.prepend(layer);

  function cellAt(event) {
    const box = place.getBoundingClientRect();
    const cell = (width - margin) / size;
    return [Math.floor((event.clientY - box.top - margin) / cell), Math.floor((event.clientX - box.left - margin) / cell)];
  }

  function render() {
    if (!width) return;
    const [element, context] = canvas(width, width);
    const cell = (width - margin) / size;
    const edge = cell > 8 ? 1 : 0;
    context.textAlign = "center";
    context.textBaseline = "middle";
    const every = Math.ceil((widthOf(String(size - 1)) + 6) / cell);
    const [text, soft, base, full] = [ink("ink"), ink("soft"), ink("grid"), ink("heat")];
    matrix.forEach((row, z) => {
      const shown = store.shows(z);
      row.forEach((share, j) => {
        const [x, y] = [margin + j * cell, margin + z * cell];
        context.globalAlpha = 1;
        context.fillStyle = base;
        context.fillRect(x, y, cell - edge, cell - edge);
        if (!Number.isFinite(share)) return;
        // The square root makes small mistakes visible.
        context.globalAlpha = (shown ? 1 : 0.25) * Math.sqrt(share);
        context.fillStyle = full;
        context.fillRect(x, y, cell - edge, cell - edge);
        if (cell > 30 && share >= 0.005) {
          context.globalAlpha = shown ? 1 : 0.4;
          context.font = "11px system-ui, sans-serif";
          context.fillStyle = share > 0.35 ? ink("on-heat") : text;
          context.fillText(String(Math.round(100 * share)), x + cell / 2, y + cell / 2);
        }
      });
    });
    context.globalAlpha = 1;
    context.font = "11px system-ui, sans-serif";
    context.fillStyle = soft;
    for (let z = 0; z < size; z += every) {
      context.fillText(z, margin + (z + 0.5) * cell, margin - 9);
      context.fillText(z, margin - 11, margin + (z + 0.5) * cell);
    }
    layer.replaceChildren(element);
  }

  place.addEventListener("pointermove", (event) => {
    const [z, j] = cellAt(event);
    if (!(z >= 0 && z < size && j >= 0 && j < size)) {
      store.hover(null);
      tip.hide();
      return;
    }
    store.hover(z);
    const box = place.getBoundingClientRect();
    tip.show(event.clientX - box.left, event.clientY - box.top, `${store.label(z)}, ${z === j ? "recognised" : `mistaken for ${store.label(j)}`}: ${percent(matrix[z][j])}`);
  });
  place.addEventListener("pointerleave", () => {
    store.hover(null);
    tip.hide();
  });
  const ends = [
    onWidth(place, (w) => {
      width = Math.min(w, 560);
      place.style.height = `${width}px`;
      render();
    }),
    store.watch(() => requestAnimationFrame(render)),
  ];
  window.addEventListener("themechange", render);
  return () => {
    ends.forEach((end) => end());
    window.removeEventListener("themechange", render);
  };
}
