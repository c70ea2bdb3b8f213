import { h } from "./dom.js";

/** A button for each skill: picks it, and pointing at it (or focus) shows it alone. */
export function chips(element, store, colours) {
  const all = h("button", { type: "button", class: "chip", onclick: () => store.pick([]) }, "all");
  const buttons = colours.map((colour, skill) =>
    h(
      "button",
      {
        type: "button",
        class: "chip",
        "aria-label": `skill ${skill}`,
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
      h("span", { class: "swatch", style: `background:${colour}` }),
      String(skill),
    ),
  );
  element.append(h("div", { class: "chips", role: "group", "aria-label": "Skills to show" }, h("span", { class: "label", "aria-hidden": "true" }, "Skills"), all, buttons));
  return store.watch(() => {
    all.setAttribute("aria-pressed", String(!store.picked.length));
    buttons.forEach((button, skill) => button.setAttribute("aria-pressed", String(store.has(skill))));
  });
}
