import { frameAt, numbers } from "./decode.js";

/*
 * Painters draw episodes on 2-D canvases. Each painter has
 *   paint(canvas, episodes, t, look): draws one episode, or several together, at step t;
 *   where(canvas, episodes, t, look): [{ x, y, r }] of the bodies, in pixels of the canvas; absent if there are no
 *     bodies that could share one scene;
 *   use(recorded): plays the recording of another checkpoint, in the same world;
 *   aspect: the width over height that suits it; turns: whether it has a camera; tints: whether bodies may also be
 *     shown in their own colours;
 *   dispose().
 * `look` is { colours (by episode), bodyColours (by episode, if bodies and traces have different colours), theme, tint,
 * scene (all skills in one picture), focus (the index of the followed episode, or null), pale (by episode, the share of
 * the background in its colour), ... } (see player.js). `changed` is called when pictures must be painted again.
 */

const scaleOf = ({ width, height }, [[left, right], [bottom, top]]) => Math.min(width / (right - left), height / (top - bottom));

/**
 * Clears a canvas and gives it the coordinates of a world, with `limits` [[left, right], [bottom, top]] inside.
 *
 * Returns { context, hairline, draw(shape, places, agent) }: `hairline` is the width of a thin line, and `draw` draws a
 * shape with its points at `places`, in the colour `agent` if it is the agent.
 */
export function planeSheet(canvas, limits, theme) {
  const [[left, right], [bottom, top]] = limits;
  const context = canvas.getContext("2d");
  const { width, height } = canvas;
  const scale = scaleOf(canvas, limits);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = theme.panel;
  context.fillRect(0, 0, width, height);
  context.setTransform(scale, 0, 0, -scale, width / 2 - (scale * (left + right)) / 2, height / 2 + (scale * (bottom + top)) / 2);
  context.lineCap = context.lineJoin = "round";
  const hairline = Math.max(1, Math.min(width, height) / 450) / scale;
  const inks = { limb: theme.ink, wall: theme.soft, ground: theme.line, goal: theme.accent, guide: theme.grid };

  function draw(shape, places, agent) {
    context.fillStyle = context.strokeStyle = shape.role === "agent" ? agent : inks[shape.role];
    context.lineWidth = Math.max(shape.size, hairline);
    context.beginPath();
    if (shape.kind === "circle") context.arc(places[0][0], places[0][1], Math.max(shape.size, 2 * hairline), 0, 2 * Math.PI);
    else places.forEach(([x, y], i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)));
    if (shape.kind === "line") context.stroke();
    else context.fill();
  }

  return { context, hairline, draw };
}

/** Makes the painter of worlds of circles, lines and polygons. */
export function planePainter(payload) {
  const { frames, limits, shapes, background, trail } = payload;
  let points = numbers(payload.points);
  const [, episodes, count] = payload.points.shape;
  const [[left, right], [bottom, top]] = limits;

  /** Returns the position of point i of an episode at step t. */
  function at(episode, i, t) {
    const [frame, share] = frameAt(frames, t);
    const from = ((frame * episodes + episode) * count + i) * 2;
    if (!share) return [points[from], points[from + 1]];
    const to = from + episodes * count * 2;
    return [points[from] + share * (points[to] - points[from]), points[from + 1] + share * (points[to + 1] - points[from + 1])];
  }

  function paint(canvas, chosen, t, { colours, bodyColours = colours, theme, scene = false, focus = null, pale = [] }) {
    const { context, hairline, draw } = planeSheet(canvas, limits, theme);
    // Pale bodies are drawn first, the followed body last.
    const faint = (i) => (focus === null ? (pale[i] ?? 0) : i === focus ? 0 : 0.75);
    const order = chosen.map((_, i) => i).sort((a, b) => faint(b) - faint(a));
    for (const shape of background) draw(shape, shape.points);
    for (const i of trail ? order : []) {
      const episode = chosen[i];
      const strength = 1 - faint(i);
      context.strokeStyle = colours[i];
      const [frame] = frameAt(frames, t);
      const path = (last) => {
        context.beginPath();
        for (let k = 0; k <= last; k++) {
          const from = (k * episodes + episode) * count * 2;
          context.lineTo(points[from], points[from + 1]);
        }
      };
      context.lineWidth = 1.5 * hairline;
      context.globalAlpha = 0.3 * strength;
      if (!scene) {
        path(frames.length - 1);
        context.stroke();
      }
      context.globalAlpha = 0.9 * strength;
      context.lineWidth = 3 * hairline;
      path(frame);
      context.lineTo(...at(episode, 0, t));
      context.stroke();
      context.globalAlpha = 1;
    }
    for (const i of order) {
      const episode = chosen[i];
      let next = 0;
      const drawn = shapes.map((shape) => {
        const places = Array.from({ length: shape.count }, () => at(episode, next++, t));
        return [shape, places];
      });
      context.globalAlpha = (i && !scene ? 0.75 : 1) * (1 - faint(i));
      // In one picture, limbs of all skills would look alike.
      for (const [shape, places] of drawn) draw(scene && shape.role === "limb" ? { ...shape, role: "agent" } : shape, places, bodyColours[i]);
      context.globalAlpha = 1;
    }
  }

  const mine = shapes.findIndex(({ role }) => role === "agent");
  const first = shapes.slice(0, Math.max(mine, 0)).reduce((sum, { count: some }) => sum + some, 0);

  function where(canvas, chosen, t) {
    const scale = scaleOf(canvas, limits);
    const { kind, size, count: corners } = shapes[Math.max(mine, 0)];
    return chosen.map((episode) => {
      const places = Array.from({ length: corners }, (_, k) => at(episode, first + k, t));
      const [x, y] = [0, 1].map((axis) => places.reduce((sum, place) => sum + place[axis], 0) / corners);
      const r = kind === "circle" ? size : Math.max(...places.map((place) => Math.hypot(place[0] - x, place[1] - y)));
      return {
        x: canvas.width / 2 + scale * (x - (left + right) / 2),
        y: canvas.height / 2 - scale * (y - (bottom + top) / 2),
        r: scale * r,
      };
    });
  }

  const use = (recorded) => (points = numbers(recorded.points));

  return { paint, where, use, aspect: Math.min(Math.max((right - left) / (top - bottom), 0.75), 2), turns: false, dispose() {} };
}

/** Makes the painter of worlds that render themselves: each episode is one image of tiles. */
export function imagePainter(payload, changed) {
  const { frames, width, height, columns, smooth } = payload;
  let { sheets } = payload;
  const loaded = new Map();

  function sheet(episode) {
    if (!loaded.has(episode)) {
      const image = new Image();
      image.onload = changed;
      image.src = sheets[episode];
      loaded.set(episode, image);
    }
    return loaded.get(episode);
  }

  function paint(canvas, chosen, t, { theme }) {
    const context = canvas.getContext("2d");
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = theme.panel;
    context.fillRect(0, 0, canvas.width, canvas.height);
    const scale = Math.min(canvas.width / width, canvas.height / height);
    context.imageSmoothingEnabled = smooth;
    const [frame] = frameAt(frames, t);
    chosen.forEach((episode, i) => {
      const image = sheet(episode);
      if (!image.complete || !image.naturalWidth) return;
      context.globalAlpha = i ? 0.5 : 1;
      const from = [(frame % columns) * width, Math.floor(frame / columns) * height, width, height];
      const [w, h] = [width * scale, height * scale];
      context.drawImage(image, ...from, (canvas.width - w) / 2, (canvas.height - h) / 2, w, h);
    });
    context.globalAlpha = 1;
  }

  function use(recorded) {
    sheets = recorded.sheets;
    loaded.clear();
  }

  return { paint, use, aspect: width / height, turns: false, dispose: () => loaded.clear() };
}
