const PRESSES = { 0: "toggle", 1: "reset", 2: "slow" }; // the standard mapping: A, B and X
const STEPS = { 12: -1, 14: -1, 13: 1, 15: 1 }; // the cross: up, left, down, right
const DEAD = 0.35; // the stick rests within this radius

/** Returns a function that reads the gamepads; call it in every frame. */
export function watchGamepad(player) {
  let before = [];
  return () => {
    const pad = [...(navigator.getGamepads?.() ?? [])].find((each) => each?.connected);
    if (!pad) return;
    const pressed = pad.buttons.map((button) => button.pressed);
    const isNew = (i) => pressed[i] && !before[i];
    for (const [i, name] of Object.entries(PRESSES)) if (isNew(i)) player[name]();
    for (const [i, by] of Object.entries(STEPS)) if (isNew(i)) player.next(by);
    before = pressed;
    const [x = 0, y = 0] = pad.axes;
    if (Math.hypot(x, y) > DEAD) player.push(x, -y);
  };
}
