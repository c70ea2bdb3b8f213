// Writes bundle.js and play.js, their CSS, and bundle.licences.txt out of src/ and the packages of the lock file.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

/** Name, version and licence text of each package that went into the bundles. */
function licences(inputs) {
  const folders = new Set(
    Object.keys(inputs)
      .map((path) => path.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0])
      .filter(Boolean),
  );
  const parts = [...folders].sort().map((folder) => {
    const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = ["LICENSE", "LICENSE.md", "LICENSE.txt", "license"].find((name) => existsSync(join(folder, name)));
    if (!file) throw new Error(`${folder} has no licence file: add its text, or leave the package out.`);
    const text = readFileSync(join(folder, file), "utf8").trim();
    return `${about.name} ${about.version} (${about.license})\n\n${text}\n`;
  });
  return `What bundle.js and play.js hold beside diayn_jax's own code.\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

const inputs = {}; // of both bundles

const finish = {
  name: "finish",
  setup(build) {
    build.onEnd(({ errors, metafile }) => {
      if (errors.length) return;
      Object.assign(inputs, metafile.inputs);
      writeFileSync("bundle.licences.txt", licences(inputs));
      for (const [path, { bytes }] of Object.entries(metafile.outputs)) console.log(path, `${Math.round(bytes / 1000)} kB`);
    });
  },
};

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
    charset: "utf8",
    // The page carries it inside a <script>, which "</script" in a string would end.
    supported: { "inline-script": false },
    legalComments: "none",
    banner: { js: `/* diayn_jax; third parties in bundle.licences.txt; sources ${fingerprint()} */` },
    metafile: true,
    plugins: [finish],
  });
}

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
