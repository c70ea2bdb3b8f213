import { h } from "./dom.js";

/** Shows the run's settings, its versions, and the commands that reproduce it. */
export function details(element, data) {
  const { config, about, reproduce } = data;
  const changed = config.filter((field) => field.changed);
  const groups = [...new Set(config.map((field) => field.group))];
  element.append(
    h(
      "div",
      { class: "pair" },
      h(
        "div",
        {},
        h("h3", {}, "Set for this run"),
        changed.length ? listing(changed.map((field) => [field.name, field.value, field.help])) : h("p", { class: "note" }, "None: all settings have their defaults."),
        h(
          "details",
          {},
          h("summary", {}, `All ${config.length} settings`),
          groups.map((group) => [h("h4", {}, group), listing(config.filter((field) => field.group === group).map((field) => [field.name, field.value, field.help]))]),
        ),
      ),
      h("div", {}, h("h3", {}, "Made with"), listing(about)),
    ),
    h("h3", {}, "How to reproduce"),
    ...reproduce.flatMap(({ what, lines }) => [h("p", { class: "note" }, what), code(lines.join("\n"))]),
  );
}

function listing(rows) {
  return h(
    "dl",
    { class: "listing" },
    rows.map(([name, value, help]) => h("div", { title: help ?? null }, h("dt", {}, name), h("dd", {}, value))),
  );
}

function code(text) {
  const button = h("button", {
    type: "button",
    class: "quiet copy",
    onclick: async () => {
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = "Copied";
      } catch {
        // A page opened from disk may not write to the clipboard, so the text is selected instead.
        getSelection().selectAllChildren(block);
        button.textContent = "Selected";
      }
      setTimeout(() => (button.textContent = "Copy"), 1500);
    },
  });
  button.textContent = "Copy";
  const block = h("code", {}, text);
  return h("div", { class: "code" }, h("pre", { tabindex: "0" }, block), button);
}
