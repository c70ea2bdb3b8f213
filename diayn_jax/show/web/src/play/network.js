import { bytes } from "../player/decode.js";

const EPSILON = 1e-6; // of layer norm, as in flax

/**
 * Makes a policy from use/play/network.py: (seen [S] raw, skill: an index or a vector) -> the action [A] of its mode.
 *
 * Sums are in double precision.
 */
export function makePolicy({ mean, factor, bound, dims, layers, table, symmetry }) {
  const normalised = normaliser(mean, factor, bound);
  const [rows, forward] = [table && matrix(table), network(layers)];
  const turned = symmetry && sector(symmetry);

  return function act(seen, skill) {
    let x = normalised(seen);
    if (dims) x = dims.map((i) => x[i]);
    let z = rows ? rows[skill] : skill;
    if (!turned) return forward([...x, ...z]).map(Math.tanh);
    const turn = turned.turnOf(z);
    [x, z] = [turned.input(turn, x), turned.skill(turn, z)];
    return turned.action(symmetry.inverse[turn], forward([...x, ...z]).map(Math.tanh));
  };
}

/**
 * Makes a policy that picks skills on the way to a goal, from use/play/rival.py: (the robot's observation [S], way [2]
 * to the goal in metres, the share of the goals that are reached, features [F] that the observation lacks) -> a skill
 * [d]. envs/skill_as_action_env.py says which skill an action means.
 */
export function makeChooser({ policy, space, task_size: size }) {
  const act = makePolicy(policy);
  return function choose(seen, way, share, lacked) {
    const action = act([...seen, ...[...way, share].slice(0, size), ...lacked], 0); // It has no skills itself: its only one is 0.
    if (space !== "sphere") return action.map((x) => (space === "gaussian" ? 2 * x : x));
    const length = Math.hypot(...action);
    return length > 1e-6 ? action.map((x) => x / length) : action.map((_, i) => (i ? 0 : 1));
  };
}

/** Makes what an objective believes: features [F] raw -> log q(z|\u03c6) [K] of a classifier, or the place [d] on a map. */
export function makeBelief({ kind, floor, mean, factor, bound, layers }) {
  const [normalised, forward] = [normaliser(mean, factor, bound), network(layers)];
  return function believe(features) {
    const found = forward(normalised(features));
    if (kind !== "skills") return found;
    const most = Math.max(...found);
    const total = most + Math.log(found.reduce((sum, x) => sum + Math.exp(x - most), 0));
    return found.map((x) => Math.log((1 - floor) * Math.exp(x - total) + floor / found.length));
  };
}

function floats({ data }) {
  return new Float32Array(bytes(data));
}

function matrix(packed) {
  const [rows, columns] = packed.shape;
  const values = floats(packed);
  return Array.from({ length: rows }, (_, i) => Array.from(values.subarray(i * columns, (i + 1) * columns)));
}

function normaliser(mean, factor, bound) {
  const [middle, scale] = [floats(mean), floats(factor)];
  return (x) => Array.from(x, (value, i) => clip((value - middle[i]) * scale[i], bound));
}

function clip(x, bound) {
  return bound === null ? x : Math.min(Math.max(x, -bound), bound);
}

/** Makes a multilayer perceptron with ReLU, and layer norm where a layer has it. */
function network(layers) {
  const made = layers.map(({ kernel, bias, norm }) => ({ size: kernel.shape, kernel: floats(kernel), bias: floats(bias), norm: norm && { scale: floats(norm.scale), bias: floats(norm.bias) } }));

  return function forward(x) {
    made.forEach((layer, i) => {
      x = dense(layer, x);
      if (layer.norm) x = normed(layer.norm, x);
      if (i < made.length - 1) x = x.map((value) => Math.max(value, 0));
    });
    return Array.from(x);
  };
}

function dense({ size: [inputs, outputs], kernel, bias }, x) {
  const found = Float64Array.from(bias);
  for (let i = 0; i < inputs; i++) {
    const value = x[i];
    if (value === 0) continue;
    for (let k = 0, from = i * outputs; k < outputs; k++) found[k] += value * kernel[from + k];
  }
  return found;
}

function normed({ scale, bias }, x) {
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
  const variance = x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / x.length;
  const factor = 1 / Math.sqrt(variance + EPSILON);
  return x.map((value, i) => (value - mean) * factor * scale[i] + bias[i]);
}

/** Makes the functions that turn skills into the sector that the policy has learned, and everything else with them. */
function sector({ input, action, encoded, inverse, orbits, middle, mean, std }) {
  const apply = ({ source, sign }) => (turn, x) => source[turn].map((from, i) => sign[turn][i] * x[from]);
  const [towards, centre, spread] = [matrix(middle), floats(mean), floats(std)];
  const turnSkill = apply(encoded);

  function turnOf(z) {
    if (orbits) return inverse[z.indexOf(Math.max(...z)) % inverse.length];
    const nearness = towards[0].map((_, turn) => z.reduce((sum, part, i) => sum + part * towards[i][turn], 0));
    return nearness.indexOf(Math.max(...nearness));
  }

  return {
    turnOf,
    input: apply(input),
    action: apply(action),
    skill: (turn, z) => turnSkill(turn, z).map((part, i) => (part - centre[i]) / spread[i]),
  };
}
