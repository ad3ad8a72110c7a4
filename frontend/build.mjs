// Bundles the styles and elements of web/ui with their third-party parts, and gathers the icons.
// Called by build.py with one argument: the folder to write to.
import { build } from "esbuild";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const ui = path.join(here, "..", "src", "veerkracht", "web", "ui");
const out = path.resolve(process.argv[2]);

await build({
  entryPoints: {
    app: path.join(ui, "styles", "app.css"),
    her: path.join(ui, "..", "mine", "styles", "all.css"),
    ...Object.fromEntries(
      ["purse", "planner", "plan", "map", "chain", "guide", "signals", "facts"].map((name) => [
        `her-${name}`,
        path.join(ui, "..", "mine", "styles", `her-${name}.css`),
      ]),
    ),
  },
  nodePaths: [path.join(here, "node_modules")],
  bundle: true,
  minify: true,
  outdir: out,
  assetNames: "fonts/[name]",
  loader: { ".woff2": "file" },
  target: ["chrome110", "firefox110", "safari16"],
  // Pictures of our own are served from static/ui; a data: address would be refused by our own policy.
  external: ["../ui/*"],
  legalComments: "linked",
});
await build({
  entryPoints: {
    app: path.join(ui, "elements", "app.js"),
    her: path.join(ui, "..", "mine", "elements", "her.js"),
    // Alone: her pages load it only where a passkey is made.
    passkey: path.join(ui, "elements", "passkey-button.js"),
  },
  bundle: true,
  minify: true,
  outdir: out,
  target: ["chrome110", "firefox110", "safari16"],
});

const names = fs
  .readFileSync(path.join(here, "icons.txt"), "utf8")
  .split("\n")
  .map((line) => line.trim())
  .filter((line) => line && !line.startsWith("#"));
const icons = {};
for (const name of names) {
  const file = path.join(here, "node_modules", "@tabler", "icons", "icons", "outline", `${name}.svg`);
  if (!fs.existsSync(file)) {
    console.error(`icons.txt: there is no Tabler icon "${name}".`);
    process.exit(1);
  }
  const svg = fs.readFileSync(file, "utf8");
  icons[name] = svg.match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1]
    .replace('<path stroke="none" d="M0 0h24v24H0z" fill="none" />', "")
    .replace(/\s*\n\s*/g, "");
}
fs.writeFileSync(path.join(out, "icons.json"), JSON.stringify(icons));
