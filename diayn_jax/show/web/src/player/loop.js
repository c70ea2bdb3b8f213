const LATE = 70; // milliseconds between frames above which fewer players are painted in a frame
const PROMPT = 30; // milliseconds below which more are
const SPENT = 80; // milliseconds of painting in a frame after which the rest waits for the next frame
const PATIENCE = 8; // excess of late over prompt frames after which shadows are left out

/**
 * Paints the visible players that have changed, as many in a frame as the machine can.
 *
 * cells(): all { figure, canvas, first }; those with `first` are painted in every frame. paint(cell) paints one.
 * advance(seconds) advances the time. after() is called once per frame. playing(): whether time advances. onSlow() is
 * called if the machine is too slow for shadows. The element's `data-painted` says whether all visible players are
 * painted.
 */
export function paintLoop(element, { cells, paint, advance, after, playing, onSlow }) {
  const seen = new Set();
  const stale = new Set();
  let frame = 0;
  let last = 0;
  // Machines differ a hundredfold in how much they paint in a frame; the rest is painted in the next frame.
  let portion = Infinity;
  let late = 0;
  let wasHidden = false; // since the last frame; a hidden page gets no frames
  const onVisibility = () => (wasHidden = true);
  document.addEventListener("visibilitychange", onVisibility);

  const byCanvas = new Map();
  let looked = false; // whether it is known which players are visible
  const inSight = ({ figure, canvas }) => seen.has(canvas) && figure.isConnected && !figure.hidden;

  const sight = new IntersectionObserver(
    (entries) => {
      looked = true;
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
      }
      paintStale();
    },
    { rootMargin: "80px" },
  );
  const sizes = new ResizeObserver((entries) => {
    for (const cell of entries.map(({ target }) => byCanvas.get(target)).filter(Boolean)) stale.add(cell);
    paintStale();
  });

  function watch(cell) {
    byCanvas.set(cell.canvas, cell);
    sight.observe(cell.canvas);
    sizes.observe(cell.canvas);
  }

  function unwatch({ canvas }) {
    sight.unobserve(canvas);
    sizes.unobserve(canvas);
    seen.delete(canvas);
    stale.delete(byCanvas.get(canvas));
    byCanvas.delete(canvas);
  }

  /** Marks cells to be painted again as soon as they are visible. */
  function repaint(changed = cells()) {
    for (const cell of changed) stale.add(cell);
    paintStale();
  }

  /** Starts to paint the marked cells in the next frame. */
  function paintStale() {
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
      // A frame's time may be earlier than the moment at which playing began.
      advance(Math.max(0, Math.min(now - last, 250)) / 1000);
      // A Set keeps the order of insertion, so a cell just painted comes after the waiting ones: each gets its turn.
      for (const cell of cells()) stale.add(cell);
    }
    last = now;
    const waiting = [...stale].filter(inSight).sort((a, b) => Boolean(b.first) - Boolean(a.first));
    const done = paintSome(waiting);
    after();
    if (playing() || done < waiting.length) schedule();
    else if (looked) element.dataset.painted = "true";
  }

  /** Paints the cells with `first` and at least one other; returns how many were painted. */
  function paintSome(waiting) {
    const begun = performance.now();
    let [done, others] = [0, 0];
    for (const cell of waiting) {
      if (!cell.first) {
        if (others >= portion || (others && performance.now() - begun > SPENT)) break;
        others += 1;
      }
      stale.delete(cell);
      paint(cell);
      done += 1;
    }
    return done;
  }

  return {
    repaint,
    watch,
    unwatch,
    start() {
      last = performance.now();
      schedule();
    },
    dispose() {
      cancelAnimationFrame(frame);
      frame = -1; // No further frame is scheduled.
      sight.disconnect();
      sizes.disconnect();
      document.removeEventListener("visibilitychange", onVisibility);
    },
  };
}
