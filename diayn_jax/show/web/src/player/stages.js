import { h } from "../dom.js";
import { count } from "../format.js";

/** Makes a slider over the page's checkpoints; null if there is only one. changed() is called when another is chosen. */
export function stageSlider(recorded, changed) {
  const { stages } = recorded;
  if (stages.length < 2) return null;
  const name = "Steps of training";
  const input = h("input", { type: "range", class: "player-stages", min: 0, max: stages.length - 1, step: 1, value: recorded.stage, "aria-label": name });
  const output = h("output", { "aria-live": "off" });
  const show = () => {
    output.value = count(stages[recorded.stage].step);
    input.setAttribute("aria-valuetext", `${output.value} steps`);
  };
  input.addEventListener("input", () => {
    recorded.stage = Number(input.value);
    show();
    changed();
  });
  show();
  return h("label", { class: "player-choice", title: "The skills of each checkpoint that is kept" }, h("span", {}, name), input, output);
}
