import { h } from "../dom.js";
import { playBySpace } from "../player/keys.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const COMPASS = 8; // directions of the keys 1 to 8 on a disc

/** Handles the keyboard; see `keyHelp` for the keys. */
export function listen(player, { entries, isDisc }) {
  const held = new Set();
  playBySpace(player.toggle);

  function pushHeld() {
    const sum = [...held].reduce(([x, y], key) => [x + ARROWS[key][0], y + ARROWS[key][1]], [0, 0]);
    const length = Math.hypot(...sum);
    if (length) player.push(sum[0] / length, sum[1] / length);
  }

  function digit(number) {
    if (!isDisc) player.pick(number);
    else if (number >= 1 && number <= COMPASS) {
      const angle = ((number - 1) / COMPASS) * 2 * Math.PI;
      player.push(Math.sin(angle), Math.cos(angle));
    }
  }

  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (target.tagName === "INPUT" && target.type === "number") return; // It is written into.
    const owns = target.tagName === "SELECT" || (target.tagName === "INPUT" && target.type === "range");
    if (key in ARROWS && !owns && entries.length > 1) {
      event.preventDefault();
      if (isDisc) {
        held.add(key);
        pushHeld();
      } else player.next(key === "ArrowRight" || key === "ArrowDown" ? 1 : -1);
      return;
    }
    if (/^[0-9]$/.test(key)) digit(Number(key));
    else if (!event.repeat) ({ r: player.reset, s: player.slow, v: player.resetView })[key.toLowerCase()]?.();
  });
  document.addEventListener("keyup", ({ key }) => {
    if (!held.delete(key)) return;
    pushHeld();
  });
  window.addEventListener("blur", () => held.clear());
}

/** Returns the list of keys. */
export function keyHelp({ entries, isDisc }) {
  const some = entries.length > 1;
  const rows = [
    some && isDisc && ["arrows", "push z"],
    some && isDisc && ["1 \u2026 8", "eight directions, clockwise from the top"],
    some && !isDisc && ["0 \u2026 9", "a skill"],
    some && !isDisc && ["arrows", "the next skill"],
    ["space", "pause"],
    ["S", "slow motion"],
    ["R", "start again"],
    ["V", "turn the camera back"],
    ["drag", "turn the camera; the wheel or two fingers zoom"],
    ["gamepad", "left stick: the skill; A: pause; B: start again; X: slow motion"],
  ];
  return h("dl", { class: "play-keys" }, rows.filter(Boolean).map(([key, what]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, what)]));
}
