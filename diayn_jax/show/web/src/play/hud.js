import { h } from "../dom.js";
import { fixed, number } from "../format.js";
import { press, toggle } from "../player/controls.js";

const WHY = ["", "The episode ended; a new one began.", "The physics broke down; a new episode began.", ""];
const SHOWN_FOR = 2500; // milliseconds for which such a line stands

/**
 * Makes what stands over the picture: the figures, the buttons, and the sliders.
 *
 * Returns { top, side, bottom, showWorld(world), showFrame(frame, metres), showSkill(name, entry), showPaused(on),
 * showSpeed(speed), showStatus(text, failed) }.
 */
export function makeHud({ title, name, facts, skills }, player, { theme, help }) {
  const figures = Object.fromEntries(["time", "return", "reward", "speed"].map((each) => [each, h("dd", {})]));
  const rows = Object.entries(figures).map(([label, value]) => h("div", {}, h("dt", {}, label), value));
  const status = h("p", { class: "play-status", role: "status", hidden: true });
  const pause = button("Pause", player.toggle, "Space");
  const slow = toggle("Slow motion", false, player.slow, "S");
  const again = button("Start again", player.reset, "R");
  const top = h(
    "header",
    { class: "play-top" },
    h("div", { class: "play-title" }, h("h1", {}, title), h("p", {}, [name, ...facts].join(" \u00b7 ")), h("dl", { class: "play-figures" }, rows), status),
    h("div", { class: "play-buttons" }, pause, slow, again, theme),
  );
  const swatch = h("span", { class: "play-swatch" });
  const skillName = h("output", { "aria-live": "off" });
  const bottom = h("p", { class: "play-skill" }, skills.probes.length > 1 && [swatch, skillName]);
  const controls = h("div", { class: "play-controls" });
  const side = h("aside", { class: "play-side", "aria-label": "Controls" }, h("details", {}, h("summary", {}, "World"), controls), h("details", {}, h("summary", {}, "Keys"), help));
  // On a wide window there is room for the sliders.
  side.querySelector("details").open = matchMedia("(min-width: 900px)").matches;
  let dt = 0;
  let until = 0;
  let shown = 0;

  const speed = slider({ label: "Speed", low: 0.1, high: 2, step: 0.05, value: 1, text: (x) => `${fixed(x, 0.01)}\u00d7` }, player.setSpeed);

  function showWorld({ controls: { gravity, motors }, dt: seconds, world, rewarded }) {
    dt = seconds;
    const parts = [speed.element];
    if (gravity) parts.push(slider({ label: "Gravity", ...gravity, text: (x) => `${fixed(x, 0.01)}\u00d7` }, player.setGravity).element);
    if (world.kind !== "image") {
      parts.push(h("div", { class: "play-toggles" }, toggle("Follow", true, player.follow, "The camera follows the robot"), toggle("Trail", true, player.trail, "The way that the robot went")));
    }
    if (motors) parts.push(motorSliders(motors));
    controls.replaceChildren(...parts);
    for (const label of ["return", "reward"]) figures[label].parentElement.hidden = !rewarded;
  }

  function motorSliders(names) {
    const strengths = names.map(() => 1);
    const all = names.map((each, i) =>
      slider({ label: each, low: 0, high: 1, step: 0.05, value: 1, text: (x) => (x ? `${Math.round(100 * x)} %` : "broken") }, (x) => {
        strengths[i] = x;
        player.setMotors(strengths);
      }),
    );
    const repair = button("Repair all", () => {
      strengths.fill(1);
      for (const each of all) each.set(1);
      player.setMotors(strengths);
    });
    return h("fieldset", {}, h("legend", {}, "Motors"), all.map(({ element }) => element), repair);
  }

  function showFrame({ step, reward, total, why }, metres) {
    const now = performance.now();
    if (why && WHY[why]) {
      say(WHY[why], false);
      until = now + SHOWN_FOR;
    } else if (until && now > until) {
      say("", false);
      until = 0;
    }
    if (now - shown < 90) return; // Figures that change faster cannot be read.
    shown = now;
    figures.time.textContent = dt < 1 ? `${fixed(step * dt, 0.1)} s` : `${step} steps`;
    figures.return.textContent = number(total);
    figures.reward.textContent = number(reward);
    figures.speed.textContent = metres === null ? "\u2013" : `${fixed(metres, 0.1)} m/s`;
  }

  function say(text, failed) {
    status.hidden = !text;
    status.textContent = text;
    status.classList.toggle("failed", failed);
  }

  return {
    top,
    side,
    bottom,
    showWorld,
    showFrame,
    showSkill(text, entry) {
      skillName.value = text;
      swatch.style.background = `var(--skill-${entry})`;
    },
    showPaused(on) {
      pause.textContent = on ? "Play" : "Pause";
    },
    showSpeed(value) {
      speed.set(value);
      press(slow, value < 1);
    },
    showStatus(text, failed) {
      until = 0;
      say(text, failed);
    },
  };
}

function button(text, onclick, title = null) {
  return h("button", { type: "button", onclick, title }, text);
}

/** Makes a labelled slider; `text(value)` writes its value. Returns { element, set(value) }. */
function slider({ label, low, high, step, value, text }, onChange) {
  const output = h("output", { "aria-live": "off" });
  const input = h("input", { type: "range", min: low, max: high, step, value, "aria-label": label });
  const show = () => {
    output.value = text(Number(input.value));
    input.setAttribute("aria-valuetext", output.value);
  };
  input.addEventListener("input", () => {
    show();
    onChange(Number(input.value));
  });
  show();
  return {
    element: h("label", { class: "play-slider" }, h("span", {}, label), input, output),
    set(given) {
      input.value = given;
      show();
    },
  };
}
