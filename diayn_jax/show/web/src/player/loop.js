const LATE = 70; // milliseconds from one frame to the next, beyond which less is painted in one
const PROMPT = 30; // below which more is
const PATIENCE = 8; // late frames more than prompt ones, after which shadows are left out

/**
 * Paints what has changed and can be seen, as much of it in a frame as the machine can.
 *
 * cells(): all { figure, canvas, first }; those that are `first` are painted in every frame. paint(cell, seen): how,
 * `seen` being the number of canvases in sight. advance(seconds): time goes on. after(): once a frame. playing():
 * whether time goes on. onSlow(): the machine is too slow for shadows.
 */
export function paintLoop(element, { cells, paint, advance, after, playing, onSlow }) {
  const seen = new Set();
  let stale = new Set();
  let frame = 0;
  let last = 0;
  // Machines differ a hundredfold in what they paint in a frame: what is left over is painted in the next.
  let portion = Infinity;
  let late = 0;
  let wasHidden = false; // since the last frame: a browser draws none meanwhile
  const onVisibility = () => (wasHidden = true);
  document.addEventListener("visibilitychange", onVisibility);

  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
      }
      repaint();
    },
    { rootMargin: "80px" },
  );
  const sizes = new ResizeObserver(() => repaint());

  function watch({ canvas }) {
    sight.observe(canvas);
    sizes.observe(canvas);
  }

  function unwatch({ canvas }) {
    sight.unobserve(canvas);
    sizes.unobserve(canvas);
    seen.delete(canvas);
  }

  function repaint() {
    stale = new Set(cells());
    element.dataset.painted = "false";
    schedule();
  }

  function schedule() {
    if (!frame) frame = requestAnimationFrame(tick);
  }

  function pace(gap) {
    if (gap < PROMPT) {
      portion += 1;
      late = Math.max(late - 1, 0);
    }
    if (gap < LATE) return;
    portion = Math.max(1, Math.floor(Math.min(portion, seen.size) / 2));
    late += 1;
    if (late === PATIENCE) onSlow();
  }

  function tick(now) {
    frame = 0;
    if (playing()) {
      if (!document.hidden && !wasHidden) pace(now - last);
      wasHidden = document.hidden;
      advance(Math.min(now - last, 250) / 1000);
      // A Set keeps the order of insertion, so a cell just painted comes after those that wait: all have their turn.
      for (const cell of cells()) stale.add(cell);
    }
    last = now;
    let left = portion;
    for (const cell of [...stale].sort((a, b) => Boolean(b.first) - Boolean(a.first))) {
      if (left <= 0) break;
      stale.delete(cell);
      if (!cell.figure.isConnected || cell.figure.hidden || !seen.has(cell.canvas)) continue;
      paint(cell, seen.size);
      left -= 1;
    }
    after();
    if (playing() || stale.size) schedule();
    else element.dataset.painted = "true";
  }

  return {
    repaint,
    watch,
    unwatch,
    sees: (cell) => seen.has(cell.canvas),
    start() {
      last = performance.now();
      schedule();
    },
    dispose() {
      cancelAnimationFrame(frame);
      frame = -1; // nothing is scheduled any more
      sight.disconnect();
      sizes.disconnect();
      document.removeEventListener("visibilitychange", onVisibility);
    },
  };
}
