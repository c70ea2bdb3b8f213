import { h } from "./dom.js";

const ORDER = ["auto", "light", "dark"];
const NAMES = { auto: "as the system", light: "light", dark: "dark" };
const KEY = "diayn_jax.theme";

function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // A page opened from disk may have no access to storage.
  }
}

function apply(theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  window.dispatchEvent(new Event("themechange"));
}

/** Makes a button that switches from the system's theme to light, then to dark. */
export function themeButton() {
  let theme = ORDER.includes(kept()) ? kept() : "auto";
  const button = h("button", { class: "quiet", type: "button" });
  const label = () => {
    // On a phone only the sign is visible.
    button.replaceChildren(h("span", { "aria-hidden": "true" }, "\u25d0"), h("span", { class: "words" }, ` Colours: ${NAMES[theme]}`));
    button.setAttribute("aria-label", `Colours: ${NAMES[theme]}`);
    button.title = `Colours: ${NAMES[theme]}`;
  };
  button.addEventListener("click", () => {
    theme = ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length];
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Then the choice lasts as long as the page is open.
    }
    label();
    apply(theme);
  });
  label();
  apply(theme);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => apply(theme));
  return button;
}
