// Writes bundle.js, play.js, their CSS and licences, and MuJoCo, out of src/ and the packages of the lock file.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { context } from "esbuild";

/** SHA-256 over all that the bundle is made from; tests/show/test_web.py computes the same. */
function fingerprint() {
  const sources = readdirSync("src", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"));
  const hash = createHash("sha256");
  for (const path of ["package.json", "package-lock.json", "build.mjs", ...sources].sort()) {
    hash.update(`${path}\n`).update(readFileSync(path)).update("\n");
  }
  return hash.digest("hex");
}

/** Name, version and licence text of each package that went into a bundle. */
function licences(bundle, inputs) {
  const folders = new Set(
    Object.keys(inputs)
      .map((path) => path.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0])
      .filter(Boolean),
  );
  const parts = [...folders].sort().map((folder) => {
    const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const names = ["LICENSE", "LICENSE.md", "LICENSE.txt", "license"].map((name) => join(folder, name));
    // MuJoCo's package names its licence, which is also this project's, but has no text of it.
    if (about.license === "Apache-2.0") names.push("../../../LICENSE");
    const file = names.find((name) => existsSync(name));
    if (!file) throw new Error(`${folder} has no licence file: add its text, or leave the package out.`);
    const text = readFileSync(file, "utf8").trim();
    return `${about.name} ${about.version} (${about.license})\n\n${text}\n`;
  });
  return `What ${bundle}.js holds beside diayn_jax's own code.\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

const finish = (name) => ({
  name: "finish",
  setup(build) {
    build.onEnd(({ errors, metafile }) => {
      if (errors.length) return;
      writeFileSync(`${name}.licences.txt`, licences(name, metafile.inputs));
      for (const [path, { bytes }] of Object.entries(metafile.outputs)) console.log(path, `${Math.round(bytes / 1000)} kB`);
    });
  },
});

/** Builds one bundle, whose exports are the properties of a global variable. */
function bundle(name, entry, globalName) {
  return context({
    entryPoints: { [name]: entry },
    outdir: ".",
    bundle: true,
    minify: true,
    format: "iife",
    globalName,
    target: "es2022",
    // MuJoCo's module would load its WebAssembly from beside itself, or from Node; the page carries it.
    define: { "import.meta.url": '""' },
    external: ["module"],
    charset: "utf8",
    // The page carries it inside a <script>, which "</script" in a string would end.
    supported: { "inline-script": false },
    legalComments: "none",
    banner: { js: `/* diayn_jax; third parties in ${name}.licences.txt; sources ${fingerprint()} */` },
    metafile: true,
    plugins: [finish(name)],
  });
}

writeFileSync("mujoco.wasm.gz", gzipSync(readFileSync("node_modules/@mujoco/mujoco/mujoco.wasm"), { level: 9 }));

for (const [name, entry, globalName] of [
  ["bundle", "src/main.js", "diaynReport"],
  ["play", "src/play/main.js", "diaynPlay"],
]) {
  const building = await bundle(name, entry, globalName);
  if (process.argv.includes("--watch")) {
    await building.watch();
  } else {
    await building.rebuild();
    await building.dispose();
  }
}
