import { h } from "./dom.js";
import { plural } from "./format.js";
import { describe, makeCell } from "./player/cells.js";
import { makeClock } from "./player/clock.js";
import { choice, press, readTheme, toggle } from "./player/controls.js";
import { episodesOf } from "./player/episodes.js";
import { imagePainter, planePainter } from "./player/flat.js";
import { makeGrid } from "./player/grid.js";
import { keysText, listen } from "./player/keys.js";
import { paintLoop } from "./player/loop.js";
import { mujocoPainter } from "./player/mujoco.js";
import { optionsOf } from "./player/options.js";
import { makePair } from "./player/pair.js";
import { makeScene } from "./player/scene.js";
import { NoWebGL } from "./player/stage.js";
import { stageSlider } from "./player/stages.js";
import { steer, turningOf } from "./player/steer.js";
import "./player/player.css";

const PAINTERS = { mujoco: mujocoPainter, plane: planePainter, image: imagePainter };
const SHARP = 16; // bodies; with more, a picture has at most 1.5 pixels for each pixel of the page
const SHADOWED = 50; // bodies; with more there are no shadows, which would double the cost
const nothing = () => {};

/**
 * Shows all skills in one scene, and a player for each skill, all on one clock.
 *
 * element: an empty element, which the gallery fills. payload: data from show/players/player.py. options:
 * - `colours`: hex colours by skill, read again when the theme changes;
 * - `labels`, `captions`, `names`: the skills' names, from the longest to the shortest form;
 * - `counted(n)`: n skills as a noun; `name`: of files that are saved;
 * - `initialSkills`: the skills shown at first, if all would be too many;
 * - `onSelect(skills)`: called when skills are picked here ([]: all); `onHover(skill or null)`;
 * - `onRest(step)`: called when the reader pauses or moves to a step, and with null when the reader plays;
 * - `toggle`: given if another gallery has the clock. The gallery then has no controls, shows only the scene (or the
 *   players if there is no scene), and calls `toggle` when the reader asks to play;
 * - `state`: the result of an earlier gallery's `dispose`; the gallery continues in this state.
 *
 * Returns { play, pause(step), seek(step), setSpeed(factor), select(skills; [] for all), highlight(skill or null),
 * follow(skill or null), compare(a, b; without arguments it ends), dispose }, and `steps` and `stepSeconds`.
 */
export function mountGallery(element, payload, options = {}) {
  const { colours = [], labels = [], captions = labels, names = [], counted = (n) => plural(n, "skill"), name = "skills", initialSkills = null } = options;
  const { onSelect = nothing, onHover = nothing, onRest = nothing, toggle: sharedToggle = null, state = null } = options;
  const recorded = episodesOf(payload);
  const { skills, steps, takes } = recorded;
  if (state) recorded.take = state.take;
  // The page's own checkpoint may have changed; another checkpoint that was chosen stays chosen while it exists.
  const stage = recorded.stages.findIndex(({ step }) => state && state.stage !== null && step === state.stage);
  if (stage >= 0) recorded.stage = stage;
  const colourOf = (skill) => colours[skill] ?? "#888888";
  const nameOf = (skill) => labels[skill] ?? `skill ${skill}`;
  const captionOf = (skill) => captions[skill] ?? nameOf(skill);
  const swatch = (skill) => h("span", { class: "player-swatch", "data-skill": skill, style: `background:${colourOf(skill)}` });
  const clock = makeClock(payload, {
    changed: () => loop.repaint(),
    started() {
      element.dataset.playing = "true";
      loop.start();
    },
    onRest(step) {
      element.dataset.playing = String(clock.playing());
      onRest(step);
    },
    atEnd: () => scene?.atEnd() ?? false,
  });
  const togglePlay = sharedToggle ?? clock.toggle;

  let painter = null;
  try {
    painter = PAINTERS[payload.kind](payload, () => loop.repaint());
  } catch (error) {
    element.append(h("p", { class: "player-message", role: "status" }, whyEmpty(error)));
    const calls = ["play", "pause", "seek", "setSpeed", "select", "highlight", "follow", "compare"];
    return { ...Object.fromEntries(calls.map((each) => [each, nothing])), steps, stepSeconds: clock.stepSeconds, dispose: () => (element.replaceChildren(), state) };
  }

  if (recorded.stage !== recorded.own) painter.use(recorded.stages[recorded.stage]);

  // The state of the view, besides the clock, the episodes and the picked skills.
  const view = { followed: state?.followed ?? null, tint: state?.tint ?? true };
  const camera = { ...painter.start, zoom: 1, follow: true, ...state?.camera };
  const sceneCamera = { ...(painter.sceneStart ?? {}), zoom: 1, follow: true, ...state?.sceneCamera };
  let slow = false;
  const shadows = () => !slow && skills.length <= SHADOWED;
  let highlighted = null;
  let theme = readTheme(element);
  const hierarchy = optionsOf(recorded);
  hierarchy?.refresh(theme.dark);
  const turning = turningOf(camera, painter.start, () => loop.repaint());
  const sceneTurning = turningOf(sceneCamera, painter.sceneStart, () => loop.repaint([scene.cell]));

  /** Returns the colour of the current option if the agent has options, otherwise the skill's. */
  const bodyColourOf = (skill) => hierarchy?.colourOf(skill, clock.time(), theme.dark) ?? colourOf(skill);
  const hasScene = skills.length > 1 && Boolean(painter.where);
  const hasGrid = !(sharedToggle && hasScene);
  const cells = hasGrid ? skills.map((skill) => cellOf([skill], true)) : [];
  const grid = makeGrid(cells, {
    skills,
    initialSkills,
    label: `${skills.length} player${skills.length === 1 ? "" : "s"}. ${keysText(painter)}`,
    compact: skills.some((skill) => captionOf(skill).length > 10),
    onPick: onSelect,
    changed: () => loop.repaint(),
  });
  const pair = makePair({
    skills,
    nameOf,
    cellOf: (shown) => cellOf(shown, false),
    startPair() {
      const first = grid.picked()[0] ?? skills[0];
      return grid.picked().length === 2 ? grid.picked() : [first, skills.find((z) => z !== first)];
    },
    watch: (cell) => loop.watch(cell),
    unwatch: (cell) => loop.unwatch(cell),
    changed() {
      for (const cell of cells) cell.figure.querySelector(".player-other")?.setAttribute("aria-pressed", String(Boolean(pair.chosen()?.includes(cell.skills[0]))));
      refresh();
    },
  });
  const scene = hasScene
    ? makeScene({
        painter,
        recorded,
        names: (z) => names[z] ?? String(z),
        nameOf,
        colourOf,
        bodyColourOf,
        swatch,
        counted,
        name,
        view,
        time: clock.time,
        theme: () => theme,
        camera: sceneCamera,
        turning: sceneTurning,
        shadows,
        highlighted: () => highlighted,
        picked: grid.picked,
        repaint: () => loop.repaint([scene.cell]),
        togglePlay,
        onHover,
        // A film needs its own clock.
        filming: sharedToggle ? null : { begin: () => (clock.seek(0), clock.play()), end: clock.pause },
      })
    : null;
  const { row: settings, takeChoice, follow } = settingsRow();
  element.classList.add("player");
  element.append(...[scene?.cell.figure, ...(sharedToggle ? [] : [clock.controls, settings, hierarchy?.legend, pair.panel]), hasGrid && grid.element].filter(Boolean));

  const everyCell = () => [...(scene ? [scene.cell] : []), ...pair.cells(), ...cells];
  const loop = paintLoop(element, {
    cells: everyCell,
    paint,
    advance: clock.advance,
    after: clock.show,
    playing: clock.playing,
    onSlow: () => (slow = true),
  });
  everyCell().forEach(loop.watch);

  function paint(cell) {
    const { canvas } = cell;
    const ratio = Math.min(window.devicePixelRatio || 1, slow ? 1 : skills.length > SHARP ? 1.5 : 2);
    const [width, height] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)];
    if (!width || !height) return;
    if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
    if (cell === scene?.cell) {
      scene.paint(ratio);
      return;
    }
    const time = clock.time();
    const chosen = cell.skills.map(recorded.index);
    painter.paint(canvas, chosen, time, { colours: cell.skills.map(colourOf), bodyColours: cell.skills.map(bodyColourOf), theme, camera, tint: view.tint || cell.skills.length > 1, shadows: shadows(), scene: false, focus: null });
    const ended = cell.skills.map(recorded.episode).every((episode) => episode.steps < steps && time >= episode.steps);
    cell.figure.classList.toggle("player-ended", ended);
  }

  /** Makes the controls of the view, which stand beside the clock. */
  function settingsRow() {
    const takeChoice = takes > 1 && choice("Episode", Array.from({ length: takes }, (_, i) => [i, `${i + 1} of ${takes}`]), 0, (value) => {
      recorded.take = Number(value);
      refresh();
    });
    const follow = painter.turns && painter.travels && toggle("Follow", camera.follow, (on) => {
      camera.follow = on;
      camera.zoom = 1;
      loop.repaint();
    }, "The camera follows each body, or shows its whole way");
    const reset = painter.turns && h("button", { type: "button", onclick: () => (turning.reset(), sceneTurning.reset()), title: "Turns the cameras back" }, "Reset view");
    const ownColours = painter.tints && toggle("Own colours", !view.tint, (on) => {
      view.tint = !on;
      loop.repaint();
    }, "Bodies in their own colours rather than the skills\u2019");
    const help = h("details", { class: "player-help" }, h("summary", {}, "Keys"), h("p", {}, keysText(painter)));
    const parts = [stageSlider(recorded, useStage), clock.speeds, takeChoice, follow, reset, ownColours, pair.button, grid.allButton, help];
    return { row: h("div", { class: "player-row player-options", role: "group", "aria-label": "Ways to look" }, parts), takeChoice, follow };
  }

  function useStage() {
    painter.use(recorded.stages[recorded.stage]);
    refresh();
  }

  function cellOf(shown, inGrid) {
    const cell = makeCell(shown, {
      painter,
      nameOf,
      captionOf,
      swatch,
      onPick: inGrid ? () => grid.toggle(shown[0]) : null,
      onCompare: inGrid && skills.length > 1 && !sharedToggle ? () => pair.add(shown[0]) : null,
    });
    steer(cell.canvas, painter.turns ? turning : null, togglePlay);
    return cell;
  }

  /** Describes the players again, after another episode was chosen. */
  function refresh() {
    for (const cell of [...cells, ...pair.cells()]) if (cell.skills.length === 1) describe(cell, recorded.episode(cell.skills[0]), steps);
    scene?.describe();
    loop.repaint();
  }

  function highlight(skill) {
    if (skill === highlighted) return;
    highlighted = skill;
    if (scene) loop.repaint([scene.cell]);
  }

  const unlisten = sharedToggle ? nothing : listen(element, clock, {
    painter,
    steps,
    turning: (target) => (scene?.cell.figure.contains(target) ? sceneTurning : turning),
    unfollow() {
      const followed = view.followed !== null;
      if (followed) scene.follow(null);
      return followed;
    },
  });
  const onTheme = () => {
    theme = readTheme(element);
    hierarchy?.refresh(theme.dark);
    for (const each of element.querySelectorAll(".player-swatch")) each.style.background = colourOf(Number(each.dataset.skill));
    loop.repaint();
  };
  window.addEventListener("themechange", onTheme);
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", onTheme);

  restore();
  if (!sharedToggle && (state ? state.playing : !matchMedia("(prefers-reduced-motion: reduce)").matches)) clock.play();

  /** Restores the state in which an earlier gallery ended. */
  function restore() {
    if (state) {
      grid.showsAll = state.showsAll;
      if (takeChoice) takeChoice.querySelector("select").value = String(recorded.take);
      if (follow) press(follow, camera.follow);
      clock.setSpeed(state.speed);
      scene?.follow(view.followed);
      pair.setOver(state.overlaid);
      if (state.pair) pair.set(...state.pair);
    }
    grid.select(state?.picked ?? []);
    refresh();
    clock.seek(state?.time ?? 0);
  }

  function dispose() {
    loop.dispose();
    grid.dispose();
    window.removeEventListener("themechange", onTheme);
    scheme.removeEventListener("change", onTheme);
    unlisten();
    painter.dispose();
    element.classList.remove("player");
    element.replaceChildren();
    const stage = recorded.stage === recorded.own ? null : recorded.stages[recorded.stage].step;
    return { ...clock.state(), take: recorded.take, stage, picked: grid.picked(), showsAll: grid.showsAll, pair: pair.chosen(), overlaid: pair.overlaid(), camera, sceneCamera, ...view };
  }

  const { play, pause, seek, setSpeed, stepSeconds } = clock;
  return { play, pause, seek, setSpeed, select: (wanted = []) => grid.select(wanted), highlight, follow: (skill) => scene?.follow(skill), compare: pair.set, dispose, steps, stepSeconds };
}

function whyEmpty(error) {
  if (!(error instanceof NoWebGL)) {
    console.error(error);
    return `The players are empty: ${error.message}. Everything else on this page works without them.`;
  }
  console.info(`The players are empty: ${error.message}`);
  return "This browser shows no 3-D (WebGL is missing or switched off), so the players are empty. Everything else on this page works without 3-D, and so do videos.";
}
