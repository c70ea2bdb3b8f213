import { h } from "../dom.js";

/** Makes a labelled list to choose from. */
export function choice(label, options, value, onChange) {
  const select = h("select", { "aria-label": label }, ...options.map(([key, text]) => h("option", { value: key }, text)));
  select.value = String(value);
  select.addEventListener("change", () => onChange(select.value));
  return h("label", { class: "player-choice" }, h("span", {}, label), select);
}

/** Makes a button that stays pressed. */
export function toggle(label, on, onChange, title = null) {
  const button = h("button", { type: "button", class: "player-toggle", "aria-pressed": String(on), title }, label);
  button.addEventListener("click", () => {
    press(button, button.getAttribute("aria-pressed") !== "true");
    onChange(button.getAttribute("aria-pressed") === "true");
  });
  return button;
}

export function press(button, on) {
  button.setAttribute("aria-pressed", String(on));
}

/** Returns the page's current colours. */
export function readTheme(element) {
  const style = getComputedStyle(element);
  const of = (name, otherwise) => style.getPropertyValue(`--${name}`).trim() || otherwise;
  const panel = of("panel", "#ffffff");
  return {
    panel,
    ink: of("ink", "#1d1c1a"),
    soft: of("soft", "#69655e"),
    line: of("line", "#dedad2"),
    grid: of("grid", "#eceae4"),
    accent: of("accent", "#1a5fa8"),
    dark: style.colorScheme === "dark",
  };
}
