import loadMujoco from "@mujoco/mujoco";
import { bytes } from "../player/decode.js";
import { makeBelief, makeChooser, makePolicy } from "./network.js";

const BEHIND = 250; // milliseconds; a page that is later than this does not make up for the lost time
const [GOES_ON, BROKE_DOWN, ASKED] = [0, 2, 3]; // why an episode begins anew, as in use/play/simulation.py

/**
 * A source that simulates in the page, by MuJoCo as WebAssembly; see main.js.
 *
 * source: { world, physics (use/play/physics.py), policy, belief (use/play/network.py), seen and features (where their
 * numbers are found), rival (use/play/rival.py, or null) }.
 */
export function mujocoSource(source, { onWorld, onFrame, onStatus }) {
  const state = { skill: null, speed: 1, paused: false, asked: false };
  let simulation = null;
  let newSimulation = null;
  let ended = false;

  function send(wish) {
    for (const [name, value] of Object.entries(wish)) {
      if (name === "reset") state.asked = true;
      else if (name === "gravity") simulation?.setGravity(value);
      else if (name === "motors") simulation?.setMotors(value);
      else state[name] = value;
    }
  }

  /** Shows frames at the right times. */
  function run() {
    let due = performance.now();
    const tick = () => {
      if (ended) return;
      const now = performance.now();
      if (state.paused && !state.asked) due = now;
      due = Math.max(due, now - BEHIND);
      let frame = null;
      // Pictures that take long must not slow the world down, so several steps may be due.
      while (now >= due && (!state.paused || state.asked) && !frame?.why) {
        frame = simulation.advance(state);
        state.asked = false;
        due += (1000 * source.world.step_seconds) / state.speed;
      }
      if (frame) onFrame(frame);
      setTimeout(tick, Math.max(0, due - performance.now(), state.paused ? 30 : 0));
    };
    tick();
  }

  onStatus({ text: "Starting MuJoCo\u2026" });
  load()
    .then((mujoco) => {
      newSimulation = () => makeSimulation(mujoco, source);
      simulation = newSimulation();
      onStatus({ text: "" });
      onWorld(source.world);
      run();
    })
    .catch((error) => onStatus({ text: whyNot(error), failed: true }));
  return { send, close: () => (ended = true), simulation: () => simulation, rival: () => rivalIn(newSimulation()) };
}

/** Makes a simulation for the rivals of a game; see rivals.js. */
function rivalIn({ advance, choose, close }) {
  function play(skill, steps) {
    const frames = [];
    while (frames.length < steps && !frames.at(-1)?.why) frames.push(advance({ skill }));
    return frames;
  }
  return { begin: (number) => advance({ asked: true, first: number }), play, choose, close };
}

function whyNot(error) {
  if (typeof WebAssembly === "undefined" || typeof DecompressionStream === "undefined") {
    return "This browser has no WebAssembly, so the robot cannot be simulated. Use a browser of 2023 or later.";
  }
  return `The robot cannot be simulated here: ${error.message ?? error}`;
}

/** Unpacks and starts MuJoCo, which the page carries. */
async function load() {
  const packed = bytes(document.getElementById("physics").textContent);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const binary = await new Response(stream).arrayBuffer();
  return new Promise((resolve, reject) => {
    const options = {
      instantiateWasm(imports, receive) {
        WebAssembly.instantiate(binary, imports).then(({ instance, module }) => receive(instance, module), reject);
        return {};
      },
      print() {},
      printErr() {},
    };
    loadMujoco(options).then(resolve, reject);
  });
}

/**
 * Makes the simulation of a robot and its policy.
 *
 * Returns { advance({ skill, asked, first }) -> a frame, setGravity(factor), setMotors(factors), observe(), act(skill),
 * choose(way, share) (the skill that a policy picks for a goal, see rivals.js), setState(qpos, qvel), step(control), data,
 * close() }; `first` is the number of the first state, if it is asked for.
 */
export function makeSimulation(mujoco, { world: { world }, physics, policy, belief, seen, features, rival }) {
  const { xml, variation, damage, frames, starts } = physics;
  const model = mujoco.MjModel.from_xml_string(xml);
  const data = new mujoco.MjData(model);
  const scale = (numbers, by) => numbers.forEach((x, i) => (numbers[i] = x * by));
  const weight = Array.from(model.opt.gravity);
  scale(model.geom_friction, variation.friction);
  scale(model.actuator_gear, variation.actuator_strength);
  setGravity(variation.gravity);
  const decide = makePolicy(policy);
  const believe = belief && makeBelief(belief);
  const bodies = world.body_ids;
  let motors = damage.map(() => 1);
  let steps = 0;
  let next = 0; // the number of the next first state
  let place = null; // on a map

  function setGravity(factor) {
    weight.forEach((x, i) => (model.opt.gravity[i] = x * factor));
  }

  function setState(qpos, qvel) {
    mujoco.mj_resetData(model, data);
    data.qpos.set(qpos);
    data.qvel.set(qvel);
    mujoco.mj_kinematics(model, data);
  }

  function begin(first = next++) {
    const { qpos, qvel } = starts[first % starts.length];
    setState(qpos, qvel);
    steps = 0;
    place = null;
  }

  const read = (places) => places.map(([field, i, bound]) => (bound === null ? data[field][i] : Math.min(Math.max(data[field][i], -bound), bound)));
  const act = (skill) => decide(read(seen), skill);
  const chooser = rival && makeChooser(rival);
  const choose = (way, share) => chooser(read(rival.seen), way, share, read(rival.lacked));

  /** Steps once; returns whether the physics is sound. MuJoCo itself starts again where it is not. */
  function step(control) {
    const before = data.time;
    data.ctrl.set(control.map((x, i) => x * motors[i] * damage[i]));
    for (let k = 0; k < frames; k++) mujoco.mj_step(model, data);
    mujoco.mj_kinematics(model, data);
    return data.time > before && data.qpos.every(Number.isFinite);
  }

  function advance({ skill, asked = false, first }) {
    let why = GOES_ON;
    if (asked) [why] = [ASKED, begin(first)];
    else if (step(act(skill))) steps += 1;
    else [why] = [BROKE_DOWN, begin()];
    return { step: steps, reward: null, total: null, why, belief: believed(), ...poses() };
  }

  function believed() {
    if (!believe) return [];
    const found = believe(read(features));
    if (belief.kind === "skills") return found;
    const moved = found.map((x, i) => (place ? x - place[i] : 0));
    place = found;
    return moved;
  }

  function poses() {
    const pos = new Float32Array(3 * bodies.length);
    const quat = new Float32Array(4 * bodies.length);
    bodies.forEach((body, i) => {
      pos.set(data.xpos.subarray(3 * body, 3 * body + 3), 3 * i);
      quat.set(data.xquat.subarray(4 * body, 4 * body + 4), 4 * i);
    });
    return { pos, quat };
  }

  function close() {
    data.delete();
    model.delete();
  }

  begin();
  return { advance, setGravity, setMotors: (given) => (motors = given), observe: () => read(seen), act, choose, setState, step, data, close };
}
