import { h } from "./dom.js";
import { skillColour } from "./palette.js";

/**
 * Makes a button for each skill: a click picks the skill, and pointing at the button (or focus) shows it alone.
 *
 * Draws of a continuous space are a strip of their colours, with the name of the one under the pointer beside it.
 * A single policy has no buttons.
 */
export function chips(element, store, count) {
  if (store.kind === "single") return () => {};
  const vectors = store.kind !== "discrete";
  const all = h("button", { type: "button", class: "chip", onclick: () => store.pick([]) }, "all");
  const shown = vectors && h("span", { class: "shown", "aria-hidden": "true" });
  const buttons = Array.from({ length: count }, (_, skill) =>
    h(
      "button",
      {
        type: "button",
        class: vectors ? "chip bare" : "chip",
        "aria-label": store.label(skill),
        title: vectors && store.label(skill),
        onclick: () => store.toggle(skill),
        onpointerenter: () => store.hover(skill),
        onpointerleave: () => store.hover(null),
        onkeydown: (event) => {
          const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
          if (!step) return;
          event.preventDefault();
          buttons[(skill + step + buttons.length) % buttons.length].focus();
        },
      },
      h("span", { class: "swatch", style: `background:${skillColour(skill)}` }),
      vectors ? null : store.name(skill),
    ),
  );
  element.append(h("div", { class: "chips", role: "group", "aria-label": "Skills to show" }, h("span", { class: "label", "aria-hidden": "true" }, "Skills"), all, buttons, shown));
  return store.watch(() => {
    all.setAttribute("aria-pressed", String(!store.picked.length));
    buttons.forEach((button, skill) => button.setAttribute("aria-pressed", String(store.has(skill))));
    if (shown) shown.textContent = inWords(store);
  });
}

function inWords(store) {
  if (store.hovered !== null) return store.label(store.hovered);
  if (!store.picked.length) return "";
  return store.picked.length === 1 ? store.label(store.picked[0]) : `${store.picked.length} picked`;
}
