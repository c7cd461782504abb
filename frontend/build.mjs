// Builds everything the browser loads into ../build: scripts, styles and typefaces.
import { build } from "esbuild";
import { minify } from "terser";
import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { FACES, fontFaceRules } from "./typefaces.mjs";
import { withoutUnusedRules } from "./leaflet-styles.mjs";
import { withSystemDarkTheme } from "./themes.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, "..", "build");
// Built beside the old and put in its place whole, so that a server running meanwhile misses nothing.
const out = join(built, `.frontend-${process.pid}`);
const fonts = join(built, `.fonts-${process.pid}`);
const packages = createRequire(import.meta.url);

const packageFolder = (name) => dirname(packages.resolve(`${name}/package.json`));

const darkThemeFollowsTheSystem = {
  name: "dark-theme-follows-the-system",
  setup(bundle) {
    bundle.onLoad({ filter: /tokens\.css$/ }, async ({ path }) => ({
      contents: withSystemDarkTheme(await readFile(path, "utf8")),
      loader: "css",
    }));
  },
};

const common = { bundle: true, minify: true, target: "es2020", legalComments: "none", logLevel: "warning" };

// esbuild joins the modules; terser, which takes longer, packs them a twentieth smaller
// (`node build.mjs --quick` does without, while developing).
const quick = process.argv.includes("--quick");

async function bundle({ outfile, ...options }) {
  if (quick) return build({ ...common, ...options, outfile });
  const { outputFiles } = await build({ ...common, ...options, write: false });
  const packed = await minify(outputFiles[0].text, {
    compress: { passes: 2, ecma: 2020 },
    ecma: 2020,
    module: options.format === "esm",
  });
  return writeFile(outfile, packed.code);
}

async function bundleScripts() {
  const bundles = [["main.js", "atlas.js", "iife"], ["pages.js", "pages.js", "iife"], ["records.js", "records.js", "esm"], ["telling/telling.js", "telling.js", "esm"]];
  for (const [entry, name, format] of bundles) {
    await bundle({ format, entryPoints: [join(here, "src", entry)], outfile: join(out, name) });
  }
}

async function bundleStyles() {
  for (const name of ["atlas.css", "records.css", "pages.css"]) {
    await build({
      ...common,
      entryPoints: [join(here, "src", "styles", name)],
      outfile: join(out, name),
      plugins: [darkThemeFollowsTheSystem],
    });
  }
}

// Folium's own script runs before our deferred modules and needs a global L, so Leaflet
// stays a classic script of its own.
async function bundleLeaflet() {
  const { version } = JSON.parse(await readFile(join(packageFolder("leaflet"), "package.json"), "utf8"));
  for (const name of ["leaflet", "leaflet-tiles"]) {
    await bundle({
      format: "iife",
      entryPoints: [join(here, `${name}.mjs`)],
      define: { LEAFLET_VERSION: JSON.stringify(version) },
      outfile: join(out, `${name}.js`),
    });
  }
  const style = await readFile(join(packageFolder("leaflet"), "dist", "leaflet.css"), "utf8");
  await build({
    ...common,
    stdin: { contents: withoutUnusedRules(style), loader: "css" },
    outfile: join(out, "leaflet.css"),
  });
}

async function copyTypefaces() {
  for (const face of FACES) {
    await copyFile(join(packageFolder(face.package), "files", face.file), join(fonts, face.name));
  }
  const rules = await fontFaceRules((face) => readFile(join(packageFolder(face.package), face.css), "utf8"));
  await writeFile(join(fonts, "fonts.css"), rules);
}

for (const folder of [out, fonts]) await mkdir(folder, { recursive: true });
await Promise.all([bundleScripts(), bundleStyles(), bundleLeaflet(), copyTypefaces()]);
for (const [made, name] of [[out, "frontend"], [fonts, "fonts"]]) {
  await rm(join(built, name), { recursive: true, force: true });
  await rename(made, join(built, name));
}
