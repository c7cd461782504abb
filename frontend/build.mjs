// Builds everything the browser loads into ../build: scripts, styles and typefaces.
import { build, transform } from "esbuild";
import { minify } from "terser";
import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { FACES, fontFaceRules } from "./typefaces.mjs";
import { withoutUnusedRules } from "./leaflet-styles.mjs";
import { UNCHOSEN, UNCHOSEN_IN_ADMIN, withSystemDarkTheme } from "./themes.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const built = join(here, "..", "build");
// Built beside the old and put in its place whole, so that a server running meanwhile misses nothing.
const out = join(built, `.frontend-${process.pid}`);
const fonts = join(built, `.fonts-${process.pid}`);
const packages = createRequire(import.meta.url);

const packageFolder = (name) => dirname(packages.resolve(`${name}/package.json`));

const darkThemeFollowsTheSystem = (unchosen) => ({
  name: "dark-theme-follows-the-system",
  setup(bundle) {
    bundle.onLoad({ filter: /tokens\.css$/ }, async ({ path }) => ({
      contents: withSystemDarkTheme(await readFile(path, "utf8"), unchosen),
      loader: "css",
    }));
  },
});

const common = { bundle: true, minify: true, target: "es2020", legalComments: "none", logLevel: "warning" };

// esbuild joins the modules; terser, which takes longer, packs them a twentieth smaller
// (`node build.mjs --quick` does without, while developing).
const quick = process.argv.includes("--quick");

async function bundle({ outfile, ...options }) {
  if (quick) return build({ ...common, ...options, outfile });
  const { outputFiles } = await build({ ...common, ...options, write: false });
  const packed = await minify(outputFiles[0].text, {
    // Four passes, and only plain calls put inline: 0.2 kB less of the atlas, gzip, than what terser does unasked.
    compress: { passes: 4, inline: 1, ecma: 2020 },
    ecma: 2020,
    module: options.format === "esm",
  });
  return writeFile(outfile, packed.code);
}

async function bundleScripts() {
  const { version } = JSON.parse(await readFile(join(packageFolder("leaflet"), "package.json"), "utf8"));
  const define = { LEAFLET_VERSION: JSON.stringify(version) };
  for (const [entry, name, format, target = common.target] of [
    ["atlas.mjs", "atlas.js", "iife"], ["atlas-tiles.mjs", "atlas-tiles.js", "iife"],
    ["src/pages.js", "pages.js", "iife"], ["src/records.js", "records.js", "esm"],
    ["src/telling/telling.js", "telling.js", "esm"], ["src/lesson/lesson.js", "lesson.js", "esm"],
    ["src/admin/desk.js", "desk.js", "iife"],
    ["src/admin/claim-entry.js", "claim-entry.js", "iife"], ["src/admin/importing.js", "importing.js", "iife"],
    ["admin.mjs", "admin.js", "iife"],
    ["src/embed/atlas-frame.js", "embed-atlas.js", "iife"], ["src/embed/record-frame.js", "embed-record.js", "iife"],
    ["src/embed/embedding.js", "embedding.js", "esm"], ["src/citing/citing.js", "citing.js", "esm"],
    // Loaded by pages that we know nothing of: as small as it can be, for browsers that know private fields.
    ["src/embed/element.js", "march-lines.js", "iife", "es2022"],
  ]) {
    await bundle({ format, define, target, entryPoints: [join(here, entry)], outfile: join(out, name) });
  }
}

// One sheet a page: a browser opens six connections to a host, and a first view has need of each.
async function bundleStyles() {
  const faces = await fontFaceRules((face) => readFile(join(packageFolder(face.package), face.css), "utf8"));
  const leaflet = withoutUnusedRules(await readFile(join(packageFolder("leaflet"), "dist", "leaflet.css"), "utf8"));
  for (const [name, before, unchosen] of [
    ["atlas.css", faces + leaflet], ["records.css", ""], ["pages.css", faces],
    ["desk.css", faces], ["preview.css", ""], ["claim-entry.css", "", UNCHOSEN_IN_ADMIN],
    ["admin.css", leaflet, UNCHOSEN_IN_ADMIN],
    ["embed.css", ""], ["embedding.css", ""], ["citing.css", ""], ["lesson.css", ""],
  ]) {
    const { outputFiles: [ours] } = await build({
      ...common,
      entryPoints: [join(here, "src", "styles", name)],
      plugins: [darkThemeFollowsTheSystem(unchosen)],
      write: false,
    });
    const { code } = await transform(before, { loader: "css", minify: true });
    await writeFile(join(out, name), code + ours.text);
  }
}

async function copyTypefaces() {
  for (const face of FACES) {
    await copyFile(join(packageFolder(face.package), "files", face.file), join(fonts, face.name));
  }
}

for (const folder of [out, fonts]) await mkdir(folder, { recursive: true });
await Promise.all([bundleScripts(), bundleStyles(), copyTypefaces()]);
for (const [made, name] of [[out, "frontend"], [fonts, "fonts"]]) {
  await rm(join(built, name), { recursive: true, force: true });
  await rename(made, join(built, name));
}
