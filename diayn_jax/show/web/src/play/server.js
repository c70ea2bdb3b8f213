/**
 * A source that simulates in `diayn play`, over a WebSocket beside the page; see main.js.
 *
 * Messages of the server are JSON: { world }, { status: "compiling" | "playing" }, { refused }, { error }; or a frame,
 * see `Session.advance` in use/play/simulation.py.
 */
export function serverSource({ path }, { onWorld, onFrame, onStatus }) {
  const socket = socketAt(path);
  let read = null;
  let failed = false;

  const says = {
    world(world) {
      read = reader(world);
      onStatus({ text: "" });
      onWorld(world);
    },
    status: (text) => onStatus({ text: text === "compiling" ? "Compiling the world\u2026 this takes some seconds." : "" }),
    refused: (text) => onStatus({ text: `Refused: ${text}` }),
    error(text) {
      failed = true;
      onStatus({ text, failed: true });
    },
  };

  socket.addEventListener("message", async ({ data }) => {
    if (typeof data === "string") {
      for (const [kind, value] of Object.entries(JSON.parse(data))) says[kind](value);
    } else onFrame(await read(data));
  });
  socket.addEventListener("close", () => {
    if (!failed) onStatus({ text: "The connection has ended. Start diayn play again, and open the address that it prints.", failed: true });
  });
  return {
    send(wish) {
      if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(wish));
    },
    close() {
      failed = true;
      socket.close();
    },
    rival: () => rivalAt(`${path}/rival`, read),
  };
}

/** Opens the WebSocket at a path beside the page. */
function socketAt(path) {
  const address = new URL(path, location.href);
  address.protocol = "ws:";
  address.search = address.hash = "";
  const socket = new WebSocket(address);
  socket.binaryType = "arraybuffer";
  return socket;
}

/**
 * Makes a simulation of the server's for the rivals of a game (rivals.js); `_play_rival` in
 * use/play/server.py answers it.
 *
 * The server first says { status }, and { done: null } when the simulation is made. It answers a wish by frames and then
 * { done: null or a skill }, or by { error }.
 */
async function rivalAt(path, read) {
  const socket = socketAt(path);
  let asked = null; // { frames, resolve, reject } of the wish that is not answered yet
  socket.addEventListener("message", ({ data }) => {
    if (typeof data !== "string") return asked.frames.push(read(data));
    const { done, error } = JSON.parse(data);
    if (error) asked.reject(new Error(error));
    else if (done !== undefined) asked.resolve({ frames: Promise.all(asked.frames), done });
  });
  socket.addEventListener("close", () => asked?.reject(new Error("the connection has ended.")));

  const answered = () => new Promise((resolve, reject) => (asked = { frames: [], resolve, reject }));
  function ask(wish) {
    if (socket.readyState !== WebSocket.OPEN) throw new Error("the connection has ended.");
    const answer = answered();
    socket.send(JSON.stringify(wish));
    return answer;
  }

  await answered(); // The simulation is made.
  return {
    begin: async (number) => (await (await ask({ begin: number })).frames)[0],
    play: async (skill, steps) => (await ask({ skill, steps })).frames,
    choose: async (way, share) => (await ask({ choose: [...way, share] })).done,
    close: () => socket.close(),
  };
}

/** Returns a function that reads frames of a world. */
function reader({ world, belief_size: size }) {
  return async (data) => {
    const start = 4 * (4 + size);
    const [step, reward, total, why] = new Float32Array(data, 0, 4);
    const frame = { step, reward, total, why, belief: new Float32Array(data, 16, size) };
    if (world.kind === "image") return { ...frame, image: await createImageBitmap(new Blob([data.slice(start)])) };
    const placed = new Float32Array(data, start);
    if (world.kind === "plane") return { ...frame, points: placed };
    return { ...frame, pos: placed.subarray(0, 3 * world.bodies), quat: placed.subarray(3 * world.bodies) };
  };
}
