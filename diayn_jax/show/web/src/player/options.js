import { h } from "../dom.js";
import { bytes } from "./decode.js";

/**
 * Shows the current option of a hierarchical agent; null if the agent has no options.
 *
 * Returns { colourOf(skill, t, dark), legend, refresh(dark) }; `colourOf` is the colour of the option at step t of the
 * skill's episode, or null.
 */
export function optionsOf(recorded) {
  const { options } = recorded.stages[recorded.own];
  if (!options) return null;
  const decoded = new Map();
  const underWay = () => {
    const { stage } = recorded;
    if (!decoded.has(stage)) decoded.set(stage, new Uint8Array(bytes(recorded.stages[stage].options.under_way)));
    return decoded.get(stage);
  };
  const colours = (dark) => (dark ? options.dark_colours : options.colours);
  const swatches = options.colours.map(() => h("span", { class: "swatch" }));
  const legend = h("ul", { class: "legend", "aria-label": "Colours: the current option" }, swatches.map((swatch, k) => h("li", {}, swatch, `option ${k}`)));
  return {
    legend,
    refresh: (dark) => swatches.forEach((swatch, k) => (swatch.style.background = colours(dark)[k])),
    colourOf(skill, t, dark) {
      const step = Math.min(Math.floor(t + 1e-6), recorded.episode(skill).steps - 1);
      const option = underWay()[Math.max(step, 0) * recorded.all().length + recorded.index(skill)];
      return colours(dark)[option] ?? null;
    },
  };
}
