/** What every command needs first: installed dependencies and a fresh build. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { newest, root, run, runNode, tell } from "./project.mjs";
import { progress } from "./progress.mjs";

const REQUIRED_NODE = 20;

/** Stops with a plain sentence when Node is too old to run the tools. */
export function requireNode() {
  if (Number(process.versions.node.split(".")[0]) < REQUIRED_NODE)
    throw new Error(`需要 Node.js ${REQUIRED_NODE} 或更新的版本，现在是 ${process.versions.node}。请到 https://nodejs.org 安装后再运行。`);
}

/**
 * Whether what npm recorded as installed is what the lock file asks for. Compared by content: a fresh checkout's lock
 * file is newer than a node_modules that was copied or linked to it, and installing over that would empty the original.
 */
function installed() {
  const packages = (name) => JSON.parse(readFileSync(path.join(root, name), "utf8")).packages;
  try {
    const there = packages("node_modules/.package-lock.json");
    return Object.entries(packages("package-lock.json")).every(
      ([place, { version, optional, devOptional, extraneous }]) =>
        place === "" || optional || devOptional || extraneous || (place in there && there[place].version === version),
    );
  } catch {
    return false;
  }
}

/** How many of the locked packages lie in node_modules by now. */
function packagesThere(places) {
  return places.filter((place) => existsSync(path.join(root, place, "package.json"))).length;
}

/** The packages that npm ci will put down on this machine. */
const packagesWanted = () =>
  Object.entries(JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")).packages)
    .filter(([place, { optional, devOptional, link }]) => place !== "" && !optional && !devOptional && !link)
    .map(([place]) => place);

/** Installs the locked dependencies when they are missing or older than the lock file. */
export async function ensureInstalled() {
  requireNode();
  if (installed()) return;
  const wanted = packagesWanted();
  const shown = progress(() => `正在安装依赖（npm ci）：${packagesThere(wanted)}/${wanted.length} 个包，一般要一两分钟…`);
  // npm runs by its own script, so that no shell is needed on Windows; it comes with Node, beside it.
  const beside = path.join(path.dirname(process.execPath), "node_modules/npm/bin/npm-cli.js");
  const npm = process.env.npm_execpath ?? (existsSync(beside) ? beside : null);
  const args = ["ci", "--no-audit", "--no-fund", "--progress=false"];
  const code = npm ? await run(process.execPath, [npm, ...args]) : await run("npm", args);
  shown.end();
  if (code !== 0)
    throw new Error("安装依赖失败，见上面 npm 的说明。不能上网时，请在能上网的电脑上安装好，再把整个文件夹（含 node_modules）复制过来。");
}

const SOURCES = [
  "src",
  "assets",
  "samples",
  "docs/help",
  "docs/screenshots",
  "manifest.xml",
  "wps",
  "webpack.config.js",
  "package-lock.json",
];

/** Where what npm start serves is built. */
export const served = path.join(root, "node_modules/.cache/served");

/** Builds the pages to be served from this machine, when any source is newer: not minified, from the second time on in seconds. */
export async function ensureServed() {
  if (newest(path.join(served, "index.html")) > newest(...SOURCES)) return;
  const first = !existsSync(served);
  const begun = Date.now();
  const shown = progress(() => `正在构建网页：已用 ${Math.round((Date.now() - begun) / 1000)} 秒${first ? "，第一次一般不到一分钟" : ""}…`);
  const args = ["--mode", "production", "--config-name", "pages", "--env", "serve=start"];
  const code = await runNode("node_modules/webpack/bin/webpack.js", args);
  shown.end();
  if (code !== 0) throw new Error("构建失败，见上面的说明。");
}

/** Builds when any source is newer than what was built; `which` is "pages", "cli" or both when not given. */
export async function ensureBuilt(which) {
  const wanted = which ? [which] : ["pages", "cli"];
  const product = { pages: "dist/index.html", cli: "dist/cli/budget.cjs" };
  const latest = newest(...SOURCES);
  const stale = wanted.filter((name) => newest(product[name]) <= latest);
  if (stale.length === 0) return;
  tell("正在构建…");
  const names = stale.flatMap((name) => ["--config-name", name]);
  const code = await runNode("node_modules/webpack/bin/webpack.js", ["--mode", "production", ...names]);
  if (code !== 0) throw new Error("构建失败，见上面的说明。");
}
