/** What keys do in a gallery, and those that act wherever the focus is; gives how to end that. */
export function listen(element, scrub, { painter, step, steps, toggle, nudge, slower, faster, turning, unfollow }) {
  /** Whether what has the focus has a use for Space itself. */
  function takesSpace(target) {
    if (target === scrub || (target.tagName === "INPUT" && target.type === "range")) return false;
    return target.isContentEditable || target.closest("button, select, textarea, input, summary, [role=button]") !== null;
  }

  function onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const { target, key } = event;
    if (key === " " && !takesSpace(target)) {
      event.preventDefault();
      toggle();
      return;
    }
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
  return () => document.removeEventListener("keydown", onKey);
}

/** The same in words. */
export function keysText(painter) {
  return `Space plays and pauses, wherever the page is; the left and right arrows go a step (ten with Page up and down), Home and End to the ends, < and > change the speed${painter.where ? ", Escape ends following" : ""}${painter.turns ? "; Shift and arrows turn the camera, + and \u2212 zoom, 0 resets it" : ""}.`;
}
