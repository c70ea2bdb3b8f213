/**
 * Has Space play wherever the focus is, but where it is written or presses something; gives how to end that.
 *
 * A button that was clicked keeps the focus, though nobody wants to press it again: there Space plays, too.
 */
export function playBySpace(toggle) {
  let clicked = null;
  const onClick = (event) => (clicked = event.detail ? event.target.closest?.("button") : null);
  const takesSpace = (target) => {
    if (target === clicked || (target.tagName === "INPUT" && target.type === "range")) return false;
    return target.isContentEditable || target.closest("button, select, textarea, input, summary, [role=button]") !== null;
  };

  function onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const { target, key } = event;
    if (key === " " && !takesSpace(target)) {
      event.preventDefault();
      // Otherwise the button would be pressed when the key goes up.
      if (target === clicked) target.blur();
      toggle();
    }
    clicked = null;
  }

  document.addEventListener("click", onClick, true);
  document.addEventListener("keydown", onKey);
  return () => {
    document.removeEventListener("click", onClick, true);
    document.removeEventListener("keydown", onKey);
  };
}

/** What keys do in a gallery, and those that act wherever the focus is; gives how to end that. */
export function listen(element, clock, { painter, steps, turning, unfollow }) {
  const { nudge, scrub, slower, faster, step } = clock;
  const unlistenSpace = playBySpace(clock.toggle);

  function onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const { target, key } = event;
    if (key === "Escape" && unfollow()) event.preventDefault();
    if (!element.contains(target) || target.tagName === "SELECT") return;
    const { turn, zoom, reset } = turning(target);
    const turns = painter.turns && event.shiftKey;
    const actions = {
      ArrowLeft: () => (turns ? turn(0.15, 0) : nudge(step() - 1)),
      ArrowRight: () => (turns ? turn(-0.15, 0) : nudge(step() + 1)),
      ArrowUp: turns && (() => turn(0, 0.1)),
      ArrowDown: turns && (() => turn(0, -0.1)),
      PageUp: () => nudge(step() + 10),
      PageDown: () => nudge(step() - 10),
      Home: () => nudge(0),
      End: () => nudge(steps),
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
