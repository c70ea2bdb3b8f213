import { h } from "./dom.js";
import { number } from "./format.js";
import { imagePainter, planePainter } from "./player/flat.js";
import { mujocoPainter, NoWebGL } from "./player/mujoco.js";
import "./player/player.css";

const PAINTERS = { mujoco: mujocoPainter, plane: planePainter, image: imagePainter };
const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8];
const NO_CLOCK = 0.2; // seconds; environments of longer steps have no clock, and are played
const THEIR_STEP = 0.05; // at this many seconds in a step
const REST = 0.8; // seconds at the end before it begins again
const LATE = 70; // milliseconds from one frame to the next, beyond which less is painted in one
const PROMPT = 30; // below which more is
const PATIENCE = 8; // late frames more than prompt ones, after which shadows are left out

/**
 * A player for each skill, all on one clock.
 *
 * element: an empty one, which the gallery fills; payload: of show/player.py. options: `colours`, hex
 * by skill; `labels`, what they are called, and `captions`, the same shorter; `brief`, the skills to begin with where
 * all are too many; `onSelect(skills)`, called when skills are picked here ([]: all); `state`, what `dispose`
 * of an earlier gallery gave, to go on as that one was.
 *
 * Gives { play, pause, seek(step), setSpeed(factor), select(skills; [] for all), compare(a, b; nothing
 * ends it), dispose }.
 */
export function mountGallery(element, payload, { colours = [], labels = [], captions = labels, brief = null, onSelect = () => {}, state = null } = {}) {
  const { steps, episodes, dt } = payload;
  const stepSeconds = dt > NO_CLOCK ? THEIR_STEP : dt;
  const bySkill = new Map();
  episodes.forEach(({ skill }, i) => bySkill.set(skill, [...(bySkill.get(skill) ?? []), i]));
  const skills = [...bySkill.keys()];
  const takes = Math.max(...[...bySkill.values()].map((list) => list.length));
  const colourOf = (skill) => colours[skill] ?? "#888888";
  const nameOf = (skill) => labels[skill] ?? `skill ${skill}`;
  const captionOf = (skill) => captions[skill] ?? nameOf(skill);

  let painter = null;
  try {
    painter = PAINTERS[payload.kind](payload, () => repaint());
  } catch (error) {
    const missing = error instanceof NoWebGL;
    if (missing) console.info(`The players stay empty: ${error.message}`);
    else console.error(error);
    const why = missing
      ? "This browser shows no 3-D (WebGL is missing or switched off), so the players stay empty. All else on this page works without it, and videos need none either."
      : `The players stay empty: ${error.message}. All else on this page works without them.`;
    element.append(h("p", { class: "player-message", role: "status" }, why));
    const nothing = () => {};
    return { play: nothing, pause: nothing, seek: nothing, setSpeed: nothing, select: nothing, compare: nothing, dispose: () => (element.replaceChildren(), state) };
  }

  // All that changes.
  let time = 0; // in steps
  let playing = false;
  let speed = 1;
  let take = 0; // which episode of each skill
  let picked = []; // skills; [] is all, or `brief`
  let whole = !brief; // all of them rather than `brief`
  let pair = null; // [a, b] that are compared
  let overlaid = false;
  let shadows = true;
  let rested = 0;
  const camera = { ...(painter.start ?? {}), zoom: 1, follow: true };
  let theme = readTheme(element);

  // Controls
  const playButton = h("button", { type: "button", class: "player-play", onclick: () => (playing ? pause() : play()) });
  const scrub = h("input", { type: "range", class: "player-scrub", min: 0, max: steps, step: 1, value: 0, "aria-label": "Step of the episode" });
  scrub.addEventListener("input", () => seek(Number(scrub.value)));
  const clock = h("output", { class: "player-clock", "aria-live": "off" });
  const speeds = choice("Speed", SPEEDS.map((factor) => [factor, `${factor}\u00d7`]), 1, (value) => setSpeed(Number(value)));
  const takeChoice = takes > 1 && choice("Episode", Array.from({ length: takes }, (_, i) => [i, `${i + 1} of ${takes}`]), 0, (value) => {
    take = Number(value);
    repaint();
    describe();
  });
  const follow = painter.turns && painter.travels && toggle("Follow", camera.follow, (on) => {
    camera.follow = on;
    camera.zoom = 1;
    repaint();
  });
  const reset = painter.turns && h("button", { type: "button", onclick: resetCamera, title: "Turns the camera back" }, "Reset view");
  const compareButton = skills.length > 1 && toggle("Compare two", false, (on) => {
    if (!on) compare();
    else if (picked.length === 2) compare(...picked);
    else compare(...startPair());
  });
  const all = h("button", { type: "button", class: "player-all", hidden: true, onclick: () => {
    if (picked.length) return pick([]);
    whole = !whole;
    select([]);
  } }, "Show all");
  const help = h("details", { class: "player-help" }, h("summary", {}, "Keys"), h("p", {}, keysText()));
  // The first stays in sight while the page scrolls over many skills.
  const controls = h("div", { class: "player-row player-controls", role: "group", "aria-label": "Playback" }, playButton, scrub, clock);
  const settings = h("div", { class: "player-row player-options", role: "group", "aria-label": "Ways to look" }, speeds, takeChoice, follow, reset, compareButton, all, help);

  // Two skills at once
  const sides = [0, 1].map((side) => choice(side ? "with" : "Compare", skills.map((z) => [z, nameOf(z)]), skills[0], (value) => {
    const next = [...pair];
    next[side] = Number(value);
    compare(...next);
  }));
  const over = toggle("Over each other", false, (on) => {
    overlaid = on;
    arrangePair();
  });
  const pairCells = h("div", { class: "player-pair" });
  const pairPanel = h("section", { class: "player-compare", "aria-label": "Two skills compared", hidden: true }, h("div", { class: "player-row" }, ...sides, over), pairCells);

  const grid = h("div", { class: "player-grid", role: "group", tabindex: 0, "aria-label": `${skills.length} player${skills.length === 1 ? "" : "s"}. ${keysText()}` });
  const cells = skills.map((skill) => makeCell([skill], true));
  grid.append(...cells.map((cell) => cell.figure));
  grid.classList.toggle("player-long", skills.some((skill) => captionOf(skill).length > 10));
  element.classList.add("player");
  element.append(controls, settings, pairPanel, grid);
  let pairs = [];

  // Which canvases can be seen, and how large they are
  const seen = new Set();
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
  const watch = (cell) => {
    sight.observe(cell.canvas);
    sizes.observe(cell.canvas);
  };
  const unwatch = (cell) => {
    sight.unobserve(cell.canvas);
    sizes.unobserve(cell.canvas);
    seen.delete(cell.canvas);
  };
  cells.forEach(watch);

  // Painting
  let frame = 0;
  let last = 0;
  let stale = new Set();
  const repaint = () => {
    stale = new Set([...cells, ...pairs]);
    element.dataset.painted = "false";
    schedule();
  };
  function schedule() {
    if (!frame) frame = requestAnimationFrame(tick);
  }

  // Machines differ a hundredfold in what they paint in a frame: what is left over is painted in the next.
  let portion = Infinity;
  let late = 0;
  let wasHidden = false; // since the last frame: a browser draws none meanwhile
  const onVisibility = () => (wasHidden = true);
  document.addEventListener("visibilitychange", onVisibility);
  function pace(gap) {
    if (gap < PROMPT) {
      portion += 1;
      late = Math.max(late - 1, 0);
    }
    if (gap < LATE) return;
    portion = Math.max(1, Math.floor(Math.min(portion, seen.size) / 2));
    late += 1;
    if (late === PATIENCE) shadows = false;
  }

  function tick(now) {
    frame = 0;
    if (playing) {
      if (!document.hidden && !wasHidden) pace(now - last);
      wasHidden = document.hidden;
      advance(Math.min(now - last, 250) / 1000);
      // In a set, what was painted stands behind what was not: all have their turn.
      for (const cell of [...cells, ...pairs]) stale.add(cell);
    }
    last = now;
    let left = portion;
    for (const cell of stale) {
      if (left <= 0) break;
      stale.delete(cell);
      if (!cell.figure.isConnected || cell.figure.hidden || !seen.has(cell.canvas)) continue;
      paint(cell);
      left -= 1;
    }
    showClock();
    if (playing || stale.size) schedule();
    else element.dataset.painted = "true";
  }

  function advance(seconds) {
    if (time >= steps) {
      rested += seconds;
      if (rested < REST) return;
      rested = 0;
      time = 0;
      return;
    }
    time = Math.min(time + (seconds * speed) / stepSeconds, steps);
  }

  function paint(cell) {
    const { canvas } = cell;
    const ratio = Math.min(window.devicePixelRatio || 1, seen.size > 16 ? 1.5 : 2);
    const [width, height] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)];
    if (!width || !height) return;
    if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
    const chosen = cell.skills.map(episodeOf);
    painter.paint(canvas, chosen, time, { colours: cell.skills.map(colourOf), theme, camera, tint: cell.skills.length > 1, shadows });
    const ended = chosen.every((i) => episodes[i].steps < steps && time >= episodes[i].steps);
    cell.figure.classList.toggle("player-ended", ended);
  }

  function episodeOf(skill) {
    const list = bySkill.get(skill);
    return list[Math.min(take, list.length - 1)];
  }

  function showClock() {
    const step = Math.floor(time + 1e-6);
    const text = `step ${step} of ${steps}${dt > NO_CLOCK ? "" : ` \u00b7 ${(step * dt).toFixed(steps * dt < 10 ? 2 : 1)} s`}`;
    if (clock.value === text) return;
    clock.value = text;
    scrub.value = step;
    scrub.setAttribute("aria-valuetext", text);
    scrub.style.setProperty("--done", `${(100 * step) / steps}%`);
  }

  // Cells
  function makeCell(shown, inGrid) {
    const names = shown.map(nameOf).join(" and ");
    const canvas = h("canvas", { role: "img", "aria-label": `Player of ${names}` });
    canvas.style.aspectRatio = painter.aspect;
    const note = h("span", { class: "player-note" });
    const title = shown.flatMap((skill) => [h("span", { class: "player-swatch", style: `background:${colourOf(skill)}` }), h("span", { class: "player-caption" }, captionOf(skill))]);
    const name = inGrid
      ? h("button", { type: "button", class: "player-name", title: `Shows ${names} alone`, onclick: () => pick(picked.length === 1 && picked[0] === shown[0] ? [] : shown) }, ...title)
      : h("span", { class: "player-name" }, ...title);
    const other =
      inGrid && skills.length > 1
        ? h("button", { type: "button", class: "player-other", "aria-label": `Compare ${names}`, title: `Compares ${names} with another`, onclick: () => addToPair(shown[0]) }, "\u21c4")
        : null;
    const figure = h("figure", { class: "player-cell", "data-skill": shown.join(" ") }, h("div", { class: "player-screen" }, canvas, h("span", { class: "player-end", "aria-hidden": "true" }, "ended")), h("figcaption", {}, name, note, other));
    const cell = { figure, canvas, skills: shown, note };
    steer(canvas);
    return cell;
  }

  function describe() {
    for (const cell of [...cells, ...pairs]) {
      if (cell.skills.length > 1) continue;
      const { steps: lived, return: total } = episodes[episodeOf(cell.skills[0])];
      const parts = [lived < steps && `ends at step ${lived}`, total !== null && `return ${number(total)}`].filter(Boolean);
      // The last, which always has room; all of them where there is room.
      cell.note.replaceChildren(...parts.map((text) => h("span", {}, text)));
      cell.note.title = parts.join(", ");
    }
  }

  /** Turns the camera by pointer: one drags, two pinch; a click plays or pauses. */
  function steer(canvas) {
    const down = new Map();
    let moved = 0;
    let spread = 0;
    const apart = () => {
      const [a, b] = [...down.values()];
      return Math.hypot(a.x - b.x, a.y - b.y);
    };
    canvas.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      down.set(event.pointerId, { x: event.clientX, y: event.clientY });
      moved = down.size > 1 ? 99 : 0;
      if (down.size === 2) spread = apart();
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener("pointermove", (event) => {
      const before = down.get(event.pointerId);
      if (!before) return;
      const [x, y] = [event.clientX - before.x, event.clientY - before.y];
      moved += Math.abs(x) + Math.abs(y);
      down.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (!painter.turns) return;
      if (down.size === 2) {
        zoom(apart() / spread);
        spread = apart();
      } else if (moved > 3) {
        // A finger that goes up or down scrolls the page.
        turn(-x * 0.008, event.pointerType === "touch" ? 0 : y * 0.008);
      }
    });
    const up = (event) => {
      if (!down.delete(event.pointerId) || event.type === "pointercancel") return;
      if (moved <= 3) playing ? pause() : play();
    };
    canvas.addEventListener("pointerup", up);
    canvas.addEventListener("pointercancel", up);
    if (!painter.turns) return;
    canvas.addEventListener(
      "wheel",
      (event) => {
        // The page scrolls by the wheel alone; browsers tell pinches on a touchpad as control and wheel.
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
        event.preventDefault();
        zoom(Math.exp(-(event.deltaY || event.deltaX) * 0.003));
      },
      { passive: false },
    );
    canvas.addEventListener("dblclick", resetCamera);
  }

  function turn(azimuth, elevation) {
    camera.azimuth += azimuth;
    camera.elevation = Math.min(Math.max(camera.elevation + elevation, -0.1), 1.5);
    repaint();
  }
  function zoom(factor) {
    camera.zoom = Math.min(Math.max(camera.zoom * factor, 0.25), 8);
    repaint();
  }
  function resetCamera() {
    Object.assign(camera, painter.start, { zoom: 1 });
    repaint();
  }

  // What can be asked for
  function play() {
    if (time >= steps) time = 0;
    playing = true;
    rested = 0;
    last = performance.now();
    element.dataset.playing = "true";
    label();
    schedule();
  }
  function pause() {
    playing = false;
    time = Math.min(Math.round(time), steps);
    element.dataset.playing = "false";
    label();
    repaint();
  }
  function label() {
    playButton.textContent = playing ? "\u275a\u275a" : "\u25b6\ufe0e";
    playButton.setAttribute("aria-label", playing ? "Pause" : "Play");
    playButton.title = playing ? "Pause" : "Play";
  }
  function seek(step) {
    time = Math.min(Math.max(Number(step) || 0, 0), steps);
    rested = 0;
    showClock();
    repaint();
  }
  function setSpeed(factor) {
    speed = Math.min(Math.max(Number(factor) || 1, 0.01), 100);
    speeds.querySelector("select").value = String(speed);
  }
  function select(wanted = []) {
    picked = [...new Set(wanted)].filter((z) => bySkill.has(z));
    const these = picked.length ? picked : whole ? skills : brief;
    for (const cell of cells) {
      const shown = these.includes(cell.skills[0]);
      cell.figure.hidden = !shown;
      cell.figure.querySelector(".player-name").setAttribute("aria-pressed", String(picked.length > 0 && shown));
    }
    size(these.length);
    all.hidden = !picked.length && !brief;
    all.textContent = picked.length && !whole ? `Show ${brief.length}` : picked.length ? "Show all" : whole ? "Show fewer" : `Show all ${skills.length}`;
    repaint();
  }
  function pick(wanted) {
    select(wanted);
    onSelect([...picked]);
  }
  function size(count) {
    grid.dataset.size = count === 1 ? "one" : count <= 4 ? "few" : count <= 24 ? "some" : "many";
  }
  function startPair() {
    const first = picked[0] ?? skills[0];
    return [first, skills.find((z) => z !== first)];
  }
  function addToPair(skill) {
    if (!pair) compare(skill, skills.find((z) => z !== skill));
    else if (!pair.includes(skill)) compare(pair[1], skill);
    pairPanel.scrollIntoView({ block: "nearest" });
  }
  function compare(first, second) {
    const known = [first, second].every((z) => bySkill.has(z));
    pair = known ? [first, second] : null;
    pairPanel.hidden = !pair;
    if (compareButton) press(compareButton, Boolean(pair));
    pair?.forEach((z, side) => (sides[side].querySelector("select").value = String(z)));
    arrangePair();
  }
  function arrangePair() {
    pairs.forEach(unwatch);
    pairs = !pair ? [] : overlaid ? [makeCell(pair, false)] : pair.map((z) => makeCell([z], false));
    pairCells.replaceChildren(...pairs.map((cell) => cell.figure));
    pairCells.dataset.cells = pairs.length;
    pairs.forEach(watch);
    for (const cell of cells) cell.figure.querySelector(".player-other")?.setAttribute("aria-pressed", String(Boolean(pair?.includes(cell.skills[0]))));
    describe();
    repaint();
  }

  // Keys, wherever in the gallery the focus is
  function keysText() {
    return `Space plays and pauses, the left and right arrows go a step (ten with Page up and down), Home and End to the ends, < and > change the speed${painter.turns ? "; Shift and arrows turn the camera, + and \u2212 zoom, 0 resets it" : ""}.`;
  }
  element.addEventListener("keydown", onKey);
  function onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { tagName } = event.target;
    if (tagName === "SELECT") return;
    const step = Math.round(time);
    const turns = painter.turns && event.shiftKey;
    const actions = {
      ArrowLeft: () => (turns ? turn(0.15, 0) : nudge(step - 1)),
      ArrowRight: () => (turns ? turn(-0.15, 0) : nudge(step + 1)),
      ArrowUp: turns && (() => turn(0, 0.1)),
      ArrowDown: turns && (() => turn(0, -0.1)),
      PageUp: () => nudge(step + 10),
      PageDown: () => nudge(step - 10),
      Home: () => nudge(0),
      End: () => nudge(steps),
      "<": () => setSpeed(SPEEDS.findLast((factor) => factor < speed) ?? SPEEDS[0]),
      ">": () => setSpeed(SPEEDS.find((factor) => factor > speed) ?? SPEEDS.at(-1)),
      "+": painter.turns && (() => zoom(1.2)),
      "-": painter.turns && (() => zoom(1 / 1.2)),
      0: painter.turns && resetCamera,
      // A button, a box or a summary has a use for it itself.
      " ": !["BUTTON", "SUMMARY", "INPUT"].includes(tagName) || event.target === scrub ? () => (playing ? pause() : play()) : null,
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }
  function nudge(step) {
    if (playing) pause();
    seek(step);
  }

  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const onTheme = () => {
    theme = readTheme(element);
    repaint();
  };
  window.addEventListener("themechange", onTheme);
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", onTheme);

  if (state) {
    Object.assign(camera, state.camera);
    time = Math.min(state.time, steps);
    take = Math.min(state.take, takes - 1);
    overlaid = state.overlaid;
    whole = state.whole ?? whole;
    press(over, overlaid);
    if (takeChoice) takeChoice.querySelector("select").value = String(take);
    if (follow) press(follow, camera.follow);
    setSpeed(state.speed);
    if (state.pair) compare(...state.pair);
  }
  label();
  select(state?.picked ?? []);
  describe();
  showClock();
  if (state ? state.playing : !still.matches) play();

  function dispose() {
    cancelAnimationFrame(frame);
    frame = -1; // nothing is scheduled any more
    sight.disconnect();
    sizes.disconnect();
    window.removeEventListener("themechange", onTheme);
    scheme.removeEventListener("change", onTheme);
    element.removeEventListener("keydown", onKey);
    document.removeEventListener("visibilitychange", onVisibility);
    painter.dispose();
    element.classList.remove("player");
    element.replaceChildren();
    return { time, playing, speed, take, picked, pair, overlaid, camera, whole };
  }

  return { play, pause, seek, setSpeed, select, compare, dispose };
}

/** Colours of the page as it looks now. */
function readTheme(element) {
  const style = getComputedStyle(element);
  const of = (name, otherwise) => style.getPropertyValue(`--${name}`).trim() || otherwise;
  const panel = of("panel", "#ffffff");
  return {
    panel,
    ink: of("ink", "#1d1c1a"),
    soft: of("soft", "#69655e"),
    line: of("line", "#dedad2"),
    grid: of("grid", "#eceae4"),
    accent: of("accent", "#1a5fa8"),
    dark: style.colorScheme === "dark",
  };
}

function choice(label, options, value, onChange) {
  const select = h("select", { "aria-label": label }, ...options.map(([key, text]) => h("option", { value: key }, text)));
  select.value = String(value);
  select.addEventListener("change", () => onChange(select.value));
  return h("label", { class: "player-choice" }, h("span", {}, label), select);
}

function toggle(label, on, onChange) {
  const button = h("button", { type: "button", class: "player-toggle", "aria-pressed": String(on) }, label);
  button.addEventListener("click", () => {
    press(button, button.getAttribute("aria-pressed") !== "true");
    onChange(button.getAttribute("aria-pressed") === "true");
  });
  return button;
}

function press(button, on) {
  button.setAttribute("aria-pressed", String(on));
}
