/** Build the web pages' scripts, styles and fonts into src/sharpen/web/dist, compressed beforehand. */
import { context, build } from "esbuild";
import { cpSync, readFileSync, readdirSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "..", "src", "sharpen", "web", "dist");
const excalidraw = join(here, "node_modules", "@excalidraw", "excalidraw");
const board = `excalidraw-${JSON.parse(readFileSync(join(excalidraw, "package.json"))).version}`;
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
      cpSync(join(excalidraw, "dist/prod/fonts"), join(dist, board, "fonts"), { recursive: true, filter: needed });
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

/** Which fonts the whiteboard asks for: the Chinese one is 13 MB, and Assistant comes with the style sheet. */
const needed = (path) => !/fonts[\\/](Xiaolai|Assistant)/.test(path);

/** What Excalidraw would load from elsewhere, and what our policy refuses; each must be found, or the build fails. */
const changes = [
  [/([\w$]+)\.push\(new URL\([\w$]+,[\w$]+\.ASSETS_FALLBACK_URL\)\),/, ""],
  [/typeof Worker<"u"/, "!1"],
  [/\.setAttribute\("style",("[^"]*")\)/, ".style.cssText=$1"],
  [/,[\w$]+\("a",\{className:"HelpDialog__btn",href:"https:\/\/(plus|github|youtube)[^[]*\[[^\]]*\]\}\)/g, ""],
  [
    /\{uri:([\w$]+),descriptors:\{unicodeRange:[^}]*\}\},?/g,
    (face, name, _at, text) => (text.includes(`var ${name}="./fonts/Xiaolai/`) ? "" : face),
  ],
];

const whiteboard = {
  name: "whiteboard",
  setup(building) {
    const from = { filter: /^\.\/(subset-(shared|worker)\.chunk|locales\/[\w-]+)\.js$/ };
    building.onResolve(from, ({ path }) =>
      path.includes("subset")
        ? { path: join(here, "src/fonts-whole.ts") }
        : { path: "english-is-built-in", namespace: "locale" },
    );
    building.onLoad({ filter: /.*/, namespace: "locale" }, () => ({ contents: "export default {}" }));
    const unmet = new Set(changes);
    building.onLoad({ filter: /excalidraw[\\/]dist[\\/]prod[\\/](chunk-\w+|index)\.js$/ }, ({ path }) => {
      let contents = readFileSync(path, "utf8");
      for (const change of changes.filter(([what]) => contents.search(what) >= 0)) {
        contents = contents.replace(...change);
        unmet.delete(change);
      }
      return { contents, loader: "js" };
    });
    building.onEnd(() => {
      for (const [what] of unmet) throw new Error(`Excalidraw has changed: nothing in it matches ${what}`);
    });
  },
};

const options = {
  absWorkingDir: here,
  entryPoints: ["src/main.ts", "src/mark.svg", "styles/app.css", "styles/board.css"],
  outdir: dist,
  bundle: true,
  splitting: true,
  format: "esm",
  target: ["es2022", "chrome123", "firefox120", "safari17.5"],
  minify: !watching,
  conditions: ["production"],
  define: {
    "process.env.NODE_ENV": '"production"',
    "process.env.IS_PREACT": '"false"',
    BOARD_ASSETS: JSON.stringify(`/assets/${board}/`),
  },
  metafile: true,
  loader: { ".woff2": "file", ".svg": "copy" },
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  legalComments: "none",
  logLevel: "warning",
  plugins: [mathFont, whiteboard, finish],
};

if (watching) await (await context(options)).watch();
else await build(options);
