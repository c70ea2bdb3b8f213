import { h } from "../dom.js";
import { palette } from "../palette.js";
import { readTheme } from "../player/controls.js";
import { NoWebGL } from "../player/stage.js";
import { themeButton } from "../theme.js";
import { makeDance } from "./dance.js";
import { makeGame } from "./game.js";
import { watchGamepad } from "./gamepad.js";
import { makeHud } from "./hud.js";
import { keyHelp, listen } from "./keys.js";
import { makeRing } from "./ring.js";
import { mujocoSource } from "./mujoco.js";
import { makeScene } from "./scene.js";
import { serverSource } from "./server.js";
import { choiceOf } from "./skills.js";
import "../theme.css";
import "./play.css";

/*
 * A page in which a person plays with a robot. Its parts know each other only through this file:
 *
 * - a source (server.js, or mujoco.js in the page itself) simulates. It takes wishes, { skill, speed, motors, gravity,
 *   paused, reset }, and calls `onWorld(world)` once, `onFrame(frame)` for each frame, and `onStatus({ text, failed })`;
 *   `rival()` makes another simulation, in which rivals play (rivals.js);
 * - inputs (keys.js, ring.js, gamepad.js) call the functions of `player`;
 * - views (scene.js, hud.js, ring.js, game.js) show frames;
 * - dance.js steps the source's simulation by the clock of the song; the source is paused meanwhile.
 *
 * A frame is { step, reward, total, why (the episode began anew here: see WHY), belief, pos and quat, or points, or
 * image }.
 */
export { coursesOf, follow, randomOf } from "./course.js";
export { makeBelief, makeChooser, makePolicy } from "./network.js";
export { makeRivals } from "./rivals.js";

const SOURCES = { server: serverSource, mujoco: mujocoSource };
const SLOW = 0.25;

/** Starts the page: `data` is what use/play/play.py writes. Returns its state and parts, for tests. */
export function start(element, data) {
  const colours = palette(data.skills.colours, data.skills.dark_colours);
  const choice = choiceOf(data.skills);
  const state = { speed: 1, paused: false, entry: 0, z: null };
  let scene = null;
  let source = null;

  const player = {
    /** Picks an entry of the list of skills. */
    pick(entry) {
      if (!(entry >= 0 && entry < choice.entries.length)) return;
      dance?.release();
      use(choice.entries[entry].z, entry);
    },
    /** Picks the skill in a direction [x, y] of length 0 to 1; no length keeps the skill. */
    push(x, y) {
      const found = choice.towards(x, y);
      if (!found) return;
      dance?.release();
      use(found.z, found.entry);
    },
    next: (by) => player.pick((state.entry + by + choice.entries.length) % choice.entries.length),
    toggle() {
      state.paused = !state.paused;
      hold();
      hud.showPaused(state.paused);
    },
    reset() {
      if (dance?.steers()) return dance.begin();
      scene?.clear();
      source.send({ reset: true });
    },
    slow: () => player.setSpeed(state.speed === SLOW ? 1 : SLOW),
    setSpeed(speed) {
      state.speed = speed;
      source.send({ speed });
      dance?.setSpeed(speed);
      hud.showSpeed(speed);
      scene?.setSpeed(speed);
    },
    setGravity: (gravity) => source.send({ gravity }),
    setMotors: (motors) => source.send({ motors }),
    follow: (on) => scene?.follow(on),
    trail: (on) => scene?.showTrail(on),
    resetView: () => scene?.resetView(),
  };

  function use(z, entry) {
    Object.assign(state, { z, entry });
    source.send({ skill: z });
    ring?.show(z, entry);
    hud.showSkill(choice.nameOf(z, entry), entry);
    scene?.setColour(colours[entry]);
  }

  /** Pauses what nobody sees: the source and the song of a hidden page. A dance takes its steps without the source. */
  function hold() {
    const held = document.hidden || state.paused;
    source.send({ paused: held || Boolean(dance?.steers()) });
    dance?.hold(held);
  }

  const canvas = h("canvas", { class: "play-canvas", tabindex: 0, role: "img", "aria-label": `${data.title}, live` });
  const hud = makeHud(data, player, { theme: themeButton(), help: keyHelp(choice) });
  const game = makeGame({ data, player, source: () => source, scene: () => scene });
  hud.side.prepend(game.panel);
  const ring = choice.entries.length > 1 ? makeRing(data.skills, choice, player) : null;
  const dance =
    data.dance &&
    makeDance(data.dance, data.skills.probes, {
      simulation: () => source.simulation(),
      show: (entry) => use(choice.entries[entry].z, entry),
      onFrame: (frame) => events.onFrame(frame),
      clear: () => scene.clear(),
      onChange: hold,
      resume: () => state.paused && player.toggle(),
      onFailure: (text) => hud.showStatus(text, true),
    });
  if (dance) hud.top.querySelector(".play-buttons").prepend(dance.button);
  element.classList.add("play");
  element.append(canvas, hud.top, hud.side, h("div", { class: "play-bottom" }, ring?.element, hud.bottom));

  const onTheme = () => scene?.setTheme(readTheme(document.documentElement), colours[state.entry]);
  window.addEventListener("themechange", onTheme);

  const events = {
    onWorld(world) {
      scene?.dispose();
      try {
        scene = makeScene(canvas, world);
      } catch (error) {
        source.close();
        if (!(error instanceof NoWebGL)) throw error;
        hud.showStatus("This browser has no WebGL, so the robot cannot be drawn. Switch on hardware acceleration, or try another browser.", true);
        return;
      }
      hud.showWorld(world);
      game.showWorld(world);
      onTheme();
      ring?.believes(world.belief);
      player.pick(0);
      if (dance) dance.button.disabled = false;
      hold(); // The page may have been opened in the background.
      element.dataset.ready = "true";
    },
    onFrame(frame) {
      scene.show(frame);
      hud.showFrame(frame, scene.speed());
      game.onFrame(frame);
      ring?.showBelief(frame.belief);
    },
    onStatus: ({ text, failed = false }) => hud.showStatus(text, failed),
  };
  source = SOURCES[data.source.kind](data.source, events);
  listen(player, choice);
  const pad = watchGamepad(player);

  document.addEventListener("visibilitychange", hold);

  function paint(now) {
    pad(now);
    dance?.tick();
    scene?.paint(now);
    requestAnimationFrame(paint);
  }
  requestAnimationFrame(paint);

  return { player, source, dance, game, state: () => ({ ...state }) };
}
