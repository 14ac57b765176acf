/** Build the web pages' scripts, styles and fonts into src/sharpen/web/dist, compressed beforehand. */
import { context, build } from "esbuild";
import { readFileSync, readdirSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "..", "src", "sharpen", "web", "dist");
const watching = process.argv.includes("--watch");

/** Which file an asset's plain name stands for; the server reads it to write links. */
function manifest(outputs) {
  const files = {};
  for (const [path, output] of Object.entries(outputs)) {
    if (output.entryPoint) files[basename(output.entryPoint)] = basename(path);
    else if (path.endsWith(".woff2")) files[basename(path).replace(/-[A-Z0-9]{8}\.woff2$/, ".woff2")] = basename(path);
  }
  return files;
}

/** Fonts are compressed already; everything else is offered as Brotli and gzip too. */
function compress(folder) {
  for (const name of readdirSync(folder)) {
    if (![".js", ".css", ".svg"].includes(extname(name))) continue;
    const bytes = readFileSync(join(folder, name));
    const quality = { [constants.BROTLI_PARAM_QUALITY]: watching ? 5 : 11 };
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, { params: quality }));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

const finish = {
  name: "finish",
  setup(building) {
    building.onStart(() => {
      rmSync(dist, { recursive: true, force: true });
      mkdirSync(dist, { recursive: true });
    });
    building.onEnd((result) => {
      if (result.errors.length) return;
      writeFileSync(join(dist, "manifest.json"), JSON.stringify(manifest(result.metafile.outputs), null, 2));
      compress(dist);
      const bytes = Object.values(result.metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
      console.log(`Built the web pages: ${(bytes / 1024).toFixed(0)} KB before compression.`);
    });
  },
};

/** Temml's style sheet asks for the whole STIX Two Math; fonts/ has the part of it that we need. */
const mathFont = {
  name: "math-font",
  setup(building) {
    building.onResolve({ filter: /STIXTwoMath\.woff2$/ }, () => ({ path: join(here, "fonts", "stix-two-math.woff2") }));
  },
};

const options = {
  absWorkingDir: here,
  entryPoints: ["src/main.ts", "src/mark.svg", "styles/app.css"],
  outdir: dist,
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["es2022", "chrome123", "firefox120", "safari17.5"],
  minify: !watching,
  metafile: true,
  loader: { ".woff2": "file", ".svg": "copy" },
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  legalComments: "none",
  logLevel: "warning",
  plugins: [mathFont, finish],
};

if (watching) await (await context(options)).watch();
else await build(options);
