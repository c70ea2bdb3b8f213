import { h } from "./dom.js";
import { columnsOf, describe, makeCell } from "./player/cells.js";
import { choice, press, readTheme, toggle } from "./player/controls.js";
import { imagePainter, planePainter } from "./player/flat.js";
import { keysText, listen } from "./player/keys.js";
import { paintLoop } from "./player/loop.js";
import { mujocoPainter, NoWebGL } from "./player/mujoco.js";
import { makePair } from "./player/pair.js";
import { makeScene } from "./player/scene.js";
import { steer, turningOf } from "./player/steer.js";
import { count } from "./format.js";
import "./player/player.css";

const PAINTERS = { mujoco: mujocoPainter, plane: planePainter, image: imagePainter };
const SPEEDS = [0.1, 0.25, 0.5, 1, 2, 4, 8];
const NO_CLOCK = 0.2; // seconds; environments of longer steps have no clock, and are played
const THEIR_STEP = 0.05; // at this many seconds in a step
const REST = 0.8; // seconds at the end before it begins again

/**
 * All skills in one scene, and a player for each, all on one clock.
 *
 * element: an empty one, which the gallery fills; payload: of show/player.py. options: `colours`, hex
 * by skill, read anew whenever the theme changes; `labels`, what they are called, `captions`, the same shorter, and
 * `names`, the shortest; `name`, of files that are saved; `brief`, the skills to begin with where
 * all are too many; `onSelect(skills)`, called when skills are picked here ([]: all); `onHover(skill or null)`;
 * `onRest(step)`, called when it stands still at another step; `only` ("scene" or "grid"): shows that alone, without
 * controls; `state`, what `dispose` of an earlier gallery gave, to go on as that one was.
 *
 * Gives { play, pause, seek(step), setSpeed(factor), select(skills; [] for all), highlight(skill or null), follow(skill
 * or null), compare(a, b; nothing ends it), dispose }, and `steps` and `stepSeconds`.
 */
export function mountGallery(element, payload, options = {}) {
  const { colours = [], labels = [], captions = labels, names = [], name = "skills", brief = null, onSelect = () => {}, onHover = () => {}, onRest = () => {}, only = null, state = null } = options;
  const { steps, dt } = payload;
  let { episodes } = payload;
  const stepSeconds = dt > NO_CLOCK ? THEIR_STEP : dt;
  const bySkill = new Map();
  episodes.forEach(({ skill }, i) => bySkill.set(skill, [...(bySkill.get(skill) ?? []), i]));
  const skills = [...bySkill.keys()];
  const takes = Math.max(...[...bySkill.values()].map((list) => list.length));
  const colourOf = (skill) => colours[skill] ?? "#888888";
  const nameOf = (skill) => labels[skill] ?? `skill ${skill}`;
  const captionOf = (skill) => captions[skill] ?? nameOf(skill);
  const swatch = (skill) => h("span", { class: "player-swatch", "data-skill": skill, style: `background:${colourOf(skill)}` });
  const stages = [{ step: payload.step ?? null, ...payload }, ...(payload.earlier ?? [])].sort((a, b) => a.step - b.step);

  let painter = null;
  try {
    painter = PAINTERS[payload.kind](payload, () => loop.repaint());
  } catch (error) {
    element.append(h("p", { class: "player-message", role: "status" }, whyEmpty(error)));
    const nothing = () => {};
    const doing = ["play", "pause", "seek", "setSpeed", "select", "highlight", "follow", "compare"];
    return { ...Object.fromEntries(doing.map((each) => [each, nothing])), steps, stepSeconds, dispose: () => (element.replaceChildren(), state) };
  }

  // All that changes.
  const now = { followed: null, tint: true, ...(state && { followed: state.followed, tint: state.tint }) };
  let time = 0; // in steps
  let playing = false;
  let speed = 1;
  let take = 0; // which episode of each skill
  let stage = stages.findIndex((each) => each.kind); // the checkpoint that is played: at first the page's own
  let picked = []; // skills; [] is all, or `brief`
  let whole = !brief; // all of them rather than `brief`
  let shadows = true;
  let rested = 0;
  let lit = null;
  const camera = { ...painter.start, zoom: 1, follow: true, ...state?.camera };
  const sceneCamera = { ...(painter.sceneStart ?? {}), zoom: 1, follow: true, ...state?.sceneCamera };
  let theme = readTheme(element);
  const turning = turningOf(camera, painter.start, () => loop.repaint());
  const sceneTurning = turningOf(sceneCamera, painter.sceneStart, () => loop.repaint());

  // Controls
  const playButton = h("button", { type: "button", class: "player-play", onclick: togglePlay });
  const scrub = h("input", { type: "range", class: "player-scrub", min: 0, max: steps, step: 1, value: 0, "aria-label": "Step of the episode" });
  scrub.addEventListener("input", () => rest(Number(scrub.value)));
  const clock = h("output", { class: "player-clock", "aria-live": "off" });
  const speeds = choice("Speed", SPEEDS.map((factor) => [factor, `${factor}\u00d7`]), 1, (value) => setSpeed(Number(value)));
  const takeChoice = takes > 1 && choice("Episode", Array.from({ length: takes }, (_, i) => [i, `${i + 1} of ${takes}`]), 0, (value) => {
    take = Number(value);
    retell();
  });
  const follow = painter.turns && painter.travels && toggle("Follow", camera.follow, (on) => {
    camera.follow = on;
    camera.zoom = 1;
    loop.repaint();
  }, "The camera goes along with each body, or shows its whole way");
  const reset = painter.turns && h("button", { type: "button", onclick: resetCameras, title: "Turns the cameras back" }, "Reset view");
  const ownColours = painter.tints && toggle("Own colours", !now.tint, (on) => {
    now.tint = !on;
    loop.repaint();
  }, "Bodies in their own colours rather than the skills\u2019");
  const all = h("button", { type: "button", class: "player-all", hidden: true, onclick: () => {
    if (picked.length) return pick([]);
    whole = !whole;
    select([]);
  } }, "Show all");
  const help = h("details", { class: "player-help" }, h("summary", {}, "Keys"), h("p", {}, keysText(painter)));
  // The first stays in sight while the page scrolls over many skills.
  const controls = h("div", { class: "player-row player-controls", role: "group", "aria-label": "Playback" }, playButton, scrub, clock);

  const pair = makePair({
    skills,
    nameOf,
    cellOf: (shown) => cellOf(shown, false),
    startPair: () => (picked.length === 2 ? picked : [picked[0] ?? skills[0], skills.find((z) => z !== (picked[0] ?? skills[0]))]),
    watch: (cell) => loop.watch(cell),
    unwatch: (cell) => loop.unwatch(cell),
    changed: () => {
      for (const cell of cells) cell.figure.querySelector(".player-other")?.setAttribute("aria-pressed", String(Boolean(pair.chosen()?.includes(cell.skills[0]))));
      retell();
    },
  });
  const settings = h("div", { class: "player-row player-options", role: "group", "aria-label": "Ways to look" }, stageSlider(), speeds, takeChoice, follow, reset, ownColours, pair.button, all, help);
  const grid = h("div", { class: "player-grid", role: "group", tabindex: 0, "aria-label": `${skills.length} player${skills.length === 1 ? "" : "s"}. ${keysText(painter)}` });
  const cells = only === "scene" ? [] : skills.map((skill) => cellOf([skill], true));
  grid.append(...cells.map((cell) => cell.figure));
  grid.classList.toggle("player-long", skills.some((skill) => captionOf(skill).length > 10));
  const scene = skills.length > 1 && painter.where && only !== "grid"
    ? makeScene({ painter, skills, steps, episodes: () => episodes, names: (z) => names[z] ?? String(z), nameOf, colourOf, swatch, name }, now, {
        episodeOf,
        time: () => time,
        theme: () => theme,
        camera: sceneCamera,
        turning: sceneTurning,
        shadows: () => shadows,
        lit: () => lit,
        picked: () => picked,
        repaint: () => loop.repaint(),
        togglePlay,
        onHover,
        filming: { begin: () => (seek(0), play()), end: pause },
      })
    : null;
  element.classList.add("player");
  element.append(...[scene?.cell.figure, !only && controls, !only && settings, !only && pair.panel, only !== "scene" && grid].filter(Boolean));

  const loop = paintLoop(element, {
    cells: () => [...(scene ? [scene.cell] : []), ...pair.cells(), ...cells],
    paint,
    advance,
    after: showClock,
    playing: () => playing,
    onSlow: () => (shadows = false),
  });
  [...(scene ? [scene.cell] : []), ...cells].forEach(loop.watch);
  const widths = new ResizeObserver(() => arrange());
  widths.observe(grid);

  function advance(seconds) {
    if (time >= steps) {
      if (scene?.atEnd()) return;
      rested += seconds;
      if (rested < REST) return;
      rested = 0;
      time = 0;
      return;
    }
    time = Math.min(time + (seconds * speed) / stepSeconds, steps);
  }

  function paint(cell, inSight) {
    const { canvas } = cell;
    const ratio = Math.min(window.devicePixelRatio || 1, !shadows ? 1 : inSight > 16 ? 1.5 : 2);
    const [width, height] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)];
    if (!width || !height) return;
    if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
    if (cell === scene?.cell) {
      scene.paint(ratio);
      return;
    }
    const chosen = cell.skills.map(episodeOf);
    painter.paint(canvas, chosen, time, { colours: cell.skills.map(colourOf), theme, camera, tint: now.tint || cell.skills.length > 1, shadows, scene: false, focus: null });
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

  /** A slider over the checkpoints that the page holds. */
  function stageSlider() {
    if (stages.length < 2) return null;
    const input = h("input", { type: "range", class: "player-stages", min: 0, max: stages.length - 1, step: 1, value: stage, "aria-label": "Steps of training" });
    const said = h("output", { "aria-live": "off" });
    const say = () => {
      said.value = `${count(stages[stage].step)} steps`;
      input.setAttribute("aria-valuetext", said.value);
    };
    input.addEventListener("input", () => {
      stage = Number(input.value);
      say();
      episodes = stages[stage].episodes;
      painter.use(stages[stage]);
      retell();
    });
    say();
    return h("label", { class: "player-choice", title: "How they were at each checkpoint that is kept" }, h("span", {}, "Learned for"), input, said);
  }

  // Cells
  function cellOf(shown, inGrid) {
    const cell = makeCell(shown, {
      painter,
      nameOf,
      captionOf,
      swatch,
      onPick: inGrid ? () => pick(picked.length === 1 && picked[0] === shown[0] ? [] : shown) : null,
      onCompare: inGrid && skills.length > 1 ? () => pair.add(shown[0]) : null,
    });
    steer(cell.canvas, painter.turns ? turning : null, togglePlay);
    return cell;
  }

  /** Says anew what is shown, which has changed. */
  function retell() {
    for (const cell of [...cells, ...pair.cells()]) if (cell.skills.length === 1) describe(cell, episodes[episodeOf(cell.skills[0])], steps);
    scene?.describe();
    loop.repaint();
  }

  function resetCameras() {
    turning.reset();
    sceneTurning.reset();
  }

  // What can be asked for
  function togglePlay() {
    if (playing) pause();
    else play();
  }
  function play() {
    if (time >= steps) time = 0;
    playing = true;
    rested = 0;
    element.dataset.playing = "true";
    label();
    loop.start();
  }
  function pause() {
    playing = false;
    element.dataset.playing = "false";
    label();
    rest(Math.min(Math.round(time), steps));
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
    loop.repaint();
  }
  /** The same, by the reader. */
  function rest(step) {
    seek(step);
    if (!playing) onRest(Math.round(time));
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
    arrange();
    all.hidden = !picked.length && !brief;
    all.textContent = picked.length && !whole ? `Show ${brief.length}` : picked.length ? "Show all" : whole ? "Show fewer" : `Show all ${skills.length}`;
    loop.repaint();
  }
  function pick(wanted) {
    select(wanted);
    onSelect([...picked]);
  }
  function highlight(skill) {
    if (skill === lit) return;
    lit = skill;
    if (scene && loop.sees(scene.cell)) loop.repaint();
  }
  /** As many players in a row as have room. */
  function arrange() {
    const shown = cells.filter((cell) => !cell.figure.hidden);
    const kind = shown.length === 1 ? "one" : shown.length <= 4 ? "few" : shown.length <= 24 ? "some" : "many";
    const { columns, wide } = columnsOf(shown.length, grid.clientWidth || 1000, kind);
    grid.dataset.size = kind;
    grid.style.setProperty("--columns", columns);
    shown.forEach((cell, i) => cell.figure.classList.toggle("player-wide", wide && i === shown.length - 1));
  }
  function nudge(step) {
    playing = false;
    label();
    rest(step);
  }
  const unlisten = only ? () => {} : listen(element, scrub, {
    painter,
    steps,
    step: () => Math.round(time),
    toggle: togglePlay,
    nudge,
    slower: () => setSpeed(SPEEDS.findLast((factor) => factor < speed) ?? SPEEDS[0]),
    faster: () => setSpeed(SPEEDS.find((factor) => factor > speed) ?? SPEEDS.at(-1)),
    turning: (target) => (scene?.cell.figure.contains(target) ? sceneTurning : turning),
    unfollow() {
      const followed = now.followed !== null;
      if (followed) scene.follow(null);
      return followed;
    },
  });

  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const onTheme = () => {
    theme = readTheme(element);
    for (const each of element.querySelectorAll(".player-swatch")) each.style.background = colourOf(Number(each.dataset.skill));
    loop.repaint();
  };
  window.addEventListener("themechange", onTheme);
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", onTheme);

  if (state) {
    time = Math.min(state.time, steps);
    take = Math.min(state.take, takes - 1);
    whole = state.whole ?? whole;
    if (takeChoice) takeChoice.querySelector("select").value = String(take);
    if (follow) press(follow, camera.follow);
    setSpeed(state.speed);
    scene?.follow(now.followed);
    pair.setOver(state.overlaid);
    if (state.pair) pair.set(...state.pair);
  }
  label();
  select(state?.picked ?? []);
  retell();
  showClock();
  if (!only && (state ? state.playing : !still.matches)) play();

  function dispose() {
    loop.dispose();
    widths.disconnect();
    window.removeEventListener("themechange", onTheme);
    scheme.removeEventListener("change", onTheme);
    unlisten();
    painter.dispose();
    element.classList.remove("player");
    element.replaceChildren();
    return { time, playing, speed, take, picked, pair: pair.chosen(), overlaid: pair.overlaid(), camera, sceneCamera, whole, ...now };
  }

  return { play, pause, seek, setSpeed, select, highlight, follow: (skill) => scene?.follow(skill), compare: pair.set, dispose, steps, stepSeconds };
}

function whyEmpty(error) {
  if (!(error instanceof NoWebGL)) {
    console.error(error);
    return `The players stay empty: ${error.message}. All else on this page works without them.`;
  }
  console.info(`The players stay empty: ${error.message}`);
  return "This browser shows no 3-D (WebGL is missing or switched off), so the players stay empty. All else on this page works without it, and videos need none either.";
}
