/**
 * A source that simulates in `diayn play`, over a WebSocket beside the page; see main.js.
 *
 * Messages of the server are JSON: { world }, { status: "compiling" | "playing" }, { refused }, { error }; or a frame,
 * see `Session.advance` in use/play/simulation.py.
 */
export function serverSource({ path }, { onWorld, onFrame, onStatus }) {
  const address = new URL(path, location.href);
  address.protocol = "ws:";
  address.search = address.hash = "";
  const socket = new WebSocket(address);
  socket.binaryType = "arraybuffer";
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
