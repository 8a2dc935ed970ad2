/** Where the project is, and running its tools. Nothing here needs an installed dependency. */
import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Says something to the person; never on stdout, which belongs to results. */
export const tell = (text) => process.stderr.write(`${text}\n`);

/** Runs a program in the project's root; resolves to its exit code. Output goes to stderr unless told otherwise. */
export function run(program, args, { stdout = 2, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ["inherit", stdout, "inherit"] });
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Runs one of the installed tools by its script, without a shell (so that it works on Windows too). */
export const runNode = (script, args = [], options = {}) => run(process.execPath, [path.join(root, script), ...args], options);

/** The newest modification time in the files and folders given, in milliseconds; 0 when there are none. */
export function newest(...names) {
  let latest = 0;
  for (const name of names) {
    const full = path.resolve(root, name);
    if (!existsSync(full)) continue;
    const stat = statSync(full);
    latest = Math.max(latest, stat.isDirectory() ? newest(...readdirSync(full).map((entry) => path.join(full, entry))) : stat.mtimeMs);
  }
  return latest;
}
