import { spawn, spawnSync } from "node:child_process";

/** The command that opens an address in this desk's browser; null where there is no desk, or none that is known. */
function command(address) {
  if (process.env.CI || process.env.BROWSER === "none") return null;
  if (process.platform === "win32") return ["cmd", ["/c", "start", "", address]];
  if (process.platform === "darwin") return ["open", [address]];
  const desk = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return desk && spawnSync("xdg-open", ["--version"]).error === undefined ? ["xdg-open", [address]] : null;
}

/** Opens an address in the browser where there is one. Whether it was asked to. */
export function openInBrowser(address) {
  const found = command(address);
  if (!found) return false;
  const child = spawn(...found, { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
  return true;
}
