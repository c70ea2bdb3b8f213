// Elements that Space presses.
const PRESSED = "button, select, summary, input[type=radio], input[type=checkbox], [role=button]";

/**
 * Makes Space play or pause wherever the focus is, unless Space writes text or presses a control there. Returns a
 * function that stops this.
 *
 * A control that was used by pointer keeps the focus, but the reader does not mean to press it again, so Space plays
 * there too.
 */
export function playBySpace(toggle) {
  let used = null; // the control that was used by pointer, if no key was pressed since
  let byPointer = false;
  const onPointer = ({ target }) => {
    byPointer = true;
    used = pressedAt(target);
  };
  // A list may open a window of its own; this event is then the only one that the page gets.
  const onChange = ({ target }) => {
    if (byPointer) used = pressedAt(target);
  };
  const takesSpace = (target) => {
    if (target.tagName === "INPUT" && target.type === "range") return false;
    return target.isContentEditable || target.closest(`${PRESSED}, textarea, input`) !== null;
  };

  function onKey(event) {
    const { target, key } = event;
    const isUsed = target === used;
    used = null;
    byPointer = false;
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (key !== " " || (!isUsed && takesSpace(target))) return;
    event.preventDefault();
    // Otherwise the control would be pressed when the key is released.
    if (isUsed) target.blur();
    toggle();
  }

  const listeners = { pointerdown: onPointer, change: onChange };
  for (const [name, listener] of Object.entries(listeners)) document.addEventListener(name, listener, true);
  document.addEventListener("keydown", onKey);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) document.removeEventListener(name, listener, true);
    document.removeEventListener("keydown", onKey);
  };
}

/** Returns the control that a click on an element uses and Space would press: itself, an ancestor, or its label's. */
function pressedAt(element) {
  const pressed = element.closest?.(PRESSED);
  const labelled = element.closest?.("label")?.control;
  return pressed ?? (labelled?.matches(PRESSED) ? labelled : null);
}

/** Handles the keys of a gallery, and those that act at any focus; returns a function that stops this. */
export function listen(element, clock, { painter, steps, turning, unfollow }) {
  const { pause, scrub, slower, faster, step } = clock;
  const unlistenSpace = playBySpace(clock.toggle);

  function onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const { target, key } = event;
    if (key === "Escape" && unfollow()) event.preventDefault();
    if (!element.contains(target) || target.tagName === "SELECT") return;
    const { turn, zoom, reset } = turning(target);
    const turns = painter.turns && event.shiftKey;
    const actions = {
      ArrowLeft: () => (turns ? turn(0.15, 0) : pause(step() - 1)),
      ArrowRight: () => (turns ? turn(-0.15, 0) : pause(step() + 1)),
      ArrowUp: turns && (() => turn(0, 0.1)),
      ArrowDown: turns && (() => turn(0, -0.1)),
      PageUp: () => pause(step() + 10),
      PageDown: () => pause(step() - 10),
      Home: () => pause(0),
      End: () => pause(steps),
      "<": slower,
      ">": faster,
      "+": painter.turns && (() => zoom(1.2)),
      "-": painter.turns && (() => zoom(1 / 1.2)),
      0: painter.turns && reset,
    };
    // Another slider needs these keys itself.
    const owns = target.tagName === "INPUT" && target !== scrub;
    const action = owns ? null : actions[key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  document.addEventListener("keydown", onKey);
  return () => {
    unlistenSpace();
    document.removeEventListener("keydown", onKey);
  };
}

/** Describes the keys in words. */
export function keysText(painter) {
  return `Space plays and pauses from anywhere on the page; the left and right arrows move by one step, Page up and down by ten, Home and End to the ends, < and > change the speed${painter.where ? ", Escape stops following a body" : ""}${painter.turns ? "; Shift and arrows turn the camera, + and \u2212 zoom, 0 resets it" : ""}.`;
}
