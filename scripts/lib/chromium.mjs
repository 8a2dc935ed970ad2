/** Finds a Chromium for the browser tests, or installs one. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { run, tell } from "./project.mjs";

export const chromiumArguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const PLACES = [
  ...[process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter(Boolean)
    .flatMap((base) => [path.join(base, "Google/Chrome/Application/chrome.exe"), path.join(base, "Microsoft/Edge/Application/msedge.exe")]),
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The path of a browser on this machine, or null. CHROMIUM_PATH goes first. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : null;
  const onPath = (process.env.PATH ?? "").split(path.delimiter).flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...onPath, ...PLACES].find((place) => existsSync(place)) ?? null;
}

/** The command prefix that may install packages: as root, or with sudo that asks no password; null otherwise. */
function asRoot() {
  if (spawnSync("apt-get", ["--version"]).error) return null;
  if (process.getuid?.() === 0) return [];
  try {
    execFileSync("sudo", ["-n", "true"], { stdio: "ignore" });
    return ["sudo", "-n"];
  } catch {
    return null;
  }
}

/** A Chromium, installed from the system's packages where there is none. Throws with what to do when that cannot be. */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const prefix = process.env.CHROMIUM_PATH ? null : asRoot();
  if (prefix) {
    tell("No Chromium on this machine: installing it with apt-get …");
    const apt = (...args) => {
      const [program, ...rest] = [...prefix, "apt-get", ...args];
      return run(program, rest, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    };
    await apt("update", "-qq");
    await apt("install", "-y", "-qq", "--no-install-recommends", "chromium");
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    process.env.CHROMIUM_PATH
      ? `CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which is not there. Correct it or unset it.`
      : "The browser tests need Chromium, Chrome or Edge, and none was found. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH to its program.",
  );
}
