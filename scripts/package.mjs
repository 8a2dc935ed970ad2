/**
 * npm run package: one zip of static files that needs no Node where it is installed. Pages, add-ins, help, samples, the
 * servers' sample settings, the scripts that write an office's own address, sums, licences, a bill of materials.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DEVELOPMENT_BASE } from "./lib/base-address.mjs";
import { ADDRESSED, filesUnder, sha256 } from "./lib/file-list.mjs";
import { main } from "./lib/main.mjs";
import { commandLineFiles, oneFile } from "./lib/one-file.mjs";
import { ensureInstalled } from "./lib/prepare.mjs";
import { root, runNode, tell } from "./lib/project.mjs";

/** What stands for the office's address in the package's templates. */
const PLACE = "@ADDRESS@";

const at = (...parts) => path.join(root, ...parts);
const text = (...parts) => readFileSync(at(...parts), "utf8");

/** Windows takes a text for Chinese only by its mark; its lines end in two characters. */
const forWindows = (words) => `\uFEFF${words.replaceAll("\n", "\r\n")}`;

/** The bill of materials of what is shipped, by npm's own command. */
function bill() {
  const npm = process.env.npm_execpath;
  const args = ["sbom", "--sbom-format", "cyclonedx", "--omit", "dev", "--sbom-type", "application", "--package-lock-only"];
  const [program, given] = npm ? [process.execPath, [npm, ...args]] : ["npm", args];
  return execFileSync(program, given, { cwd: root, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] });
}

/** Everything in the package, by its path. */
function contents(version) {
  const versioned = (words) => words.replaceAll("{version}", version);
  const built = filesUnder(at("dist")).map((name) => [name, readFileSync(at("dist", name))]);
  const programs = commandLineFiles(at("dist/cli"));
  const published = built.filter(([name]) => !name.startsWith("cli/"));
  const addressed = published
    .filter(([name]) => ADDRESSED.test(name))
    .map(([name, bytes]) => [name, String(bytes)])
    .filter(([, words]) => words.includes(DEVELOPMENT_BASE));
  const stray = published.filter(([name, bytes]) => !ADDRESSED.test(name) && bytes.includes(DEVELOPMENT_BASE));
  if (stray.length > 0) throw new Error(`an address is built into ${stray.map(([name]) => name).join(", ")}`);
  return new Map([
    ["README.txt", forWindows(versioned(text("tools/package/README.txt")))],
    ["set-address.sh", text("tools/package/set-address.sh")],
    ["set-address.ps1", forWindows(text("tools/package/set-address.ps1"))],
    ["server/nginx.conf", text("tools/package/server/nginx.conf")],
    ["server/web.config", text("tools/package/server/web.config")],
    ["licences.txt", text("dist/licences.txt")],
    ["sbom.cdx.json", bill()],
    ...addressed.map(([name, words]) => [`address/${name}`, words.replaceAll(DEVELOPMENT_BASE, PLACE)]),
    ...published.map(([name, bytes]) => [`web/${name}`, bytes]),
    ["cli/budget.cjs", oneFile(text("tools/package/one-file.cjs"), programs)],
    ["cli/licences.txt", text("dist/cli/licences.txt")],
    ["cli/README.txt", forWindows(versioned(text("tools/package/cli-README.txt")))],
  ]);
}

const PROGRAMS = /\.sh$/;

/** A zip with the permissions that a shell script needs, and one date: the same sources give the same bytes. */
async function zipped(files) {
  const { zipSync } = await import("fflate");
  const entries = [...files].map(([name, bytes]) => [
    name,
    [
      typeof bytes === "string" ? Buffer.from(bytes) : bytes,
      { level: 9, mtime: "2026-01-01T00:00:00", os: 3, attrs: (PROGRAMS.test(name) ? 0o100755 : 0o100644) * 0x10000 },
    ],
  ]);
  return zipSync(Object.fromEntries(entries));
}

await main(async () => {
  await ensureInstalled();
  tell("正在构建…");
  const env = { ...process.env, BUDGET_BASE_URL: DEVELOPMENT_BASE };
  if ((await runNode("node_modules/webpack/bin/webpack.js", ["--mode", "production"], { env })) !== 0) return 1;
  const { version } = JSON.parse(text("package.json"));
  const files = contents(version);
  // What set-address writes differs from office to office.
  const summed = [...files].filter(([name]) => !(name.startsWith("web/") && ADDRESSED.test(name)));
  files.set("SHA256SUMS", summed.map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join(""));
  const folder = `budget-disclosure-assistant-${version}`;
  tell("正在压缩…");
  const zip = await zipped(new Map([...files].map(([name, bytes]) => [`${folder}/${name}`, bytes])));
  rmSync(at("package"), { recursive: true, force: true });
  mkdirSync(at("package"));
  writeFileSync(at("package", `${folder}.zip`), zip);
  writeFileSync(at("package", `${folder}.zip.sha256`), `${sha256(zip)}  ${folder}.zip\n`);
  process.stdout.write(`package/${folder}.zip　${(zip.length / 1e6).toFixed(1)} MB，${files.size} 个文件\n`);
  return 0;
});
