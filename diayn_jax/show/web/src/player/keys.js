const PRESSED = "button, select, summary, input[type=radio], input[type=checkbox], [role=button]"; // by Space

/**
 * Has Space play wherever the focus is, but where it is written or presses something; gives how to end that.
 *
 * What was used by pointer keeps the focus, though nobody wants to press it again: there Space plays, too.
 */
export function playBySpace(toggle) {
  let used = null; // by pointer, and no key since then
  let byPointer = false;
  const onPointer = ({ target }) => {
    byPointer = true;
    used = pressedAt(target);
  };
  // A list's choice may be made in a window of its own, of which the page hears this alone.
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
    // Otherwise it would be pressed when the key goes up.
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

/** What a pointer at an element uses that Space would press: itself, what it is in, or what it is the label of. */
function pressedAt(element) {
  const pressed = element.closest?.(PRESSED);
  const labelled = element.closest?.("label")?.control;
  return pressed ?? (labelled?.matches(PRESSED) ? labelled : null);
}

/** What keys do in a gallery, and those that act wherever the focus is; gives how to end that. */
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
    // A slider of its own has a use for these.
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

/** The same in words. */
export function keysText(painter) {
  return `Space plays and pauses, wherever the page is; the left and right arrows go a step (ten with Page up and down), Home and End to the ends, < and > change the speed${painter.where ? ", Escape ends following" : ""}${painter.turns ? "; Shift and arrows turn the camera, + and \u2212 zoom, 0 resets it" : ""}.`;
}
