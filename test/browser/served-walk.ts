/** The package, unpacked and served as its README and the sample settings say: nginx, https, a folder below the root, an upgrade. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { launchChromium } from "../excel/chromium";
import { check } from "./workbench-suite";

const root = path.join(__dirname, "../..");
const there = (program: string): boolean => spawnSync(program, ["--version"]).error === undefined;
const zips = existsSync(path.join(root, "package")) ? readdirSync(path.join(root, "package")).filter((name) => name.endsWith(".zip")) : [];
const missing = [
  ...(zips.length === 0 ? ["package/*.zip (npm run package)"] : []),
  ...["/usr/sbin/nginx", "openssl", "unzip", "sha256sum"].filter((program) => !there(program)),
];
if (missing.length > 0) console.warn(`Not walked: ${missing.join(", ")} is not here.`);

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

(missing.length > 0 ? describe.skip : describe)("the package on a server of one's own", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "budget-served-"));
  const site = path.join(folder, "srv/budget");
  let unpacked = "";
  let address = "";
  let nginx: ChildProcess | null = null;
  let browser: Browser;
  let page: Page;

  const run = (program: string, ...args: string[]): string => execFileSync(program, args, { cwd: unpacked, encoding: "utf8" });
  const publish = (): unknown => run("cp", "-R", "web/.", site);

  beforeAll(async () => {
    const [zip = ""] = zips;
    execFileSync("unzip", ["-q", path.join(root, "package", zip), "-d", folder]);
    unpacked = path.join(folder, zip.replace(/\.zip$/, ""));
    mkdirSync(site, { recursive: true });
    const port = await freePort();
    address = `https://localhost:${String(port)}/budget`;
    const made = (name: string): string => path.join(folder, name);
    execFileSync(
      "openssl",
      [
        ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"],
        ...["-keyout", made("budget.key"), "-out", made("budget.crt")],
      ],
      { stdio: "ignore" },
    );
    // The sample with its three places changed, and nothing else.
    const server = readFileSync(path.join(unpacked, "server/nginx.conf"), "utf8")
      .replace("listen 443 ssl", `listen 127.0.0.1:${String(port)} ssl`)
      .replace("intranet.example", "localhost")
      .replaceAll("/etc/nginx/budget.", made("budget."))
      .replace("root /srv;", `root ${made("srv")};`);
    // As root, its workers would be somebody who may not read this folder.
    const user = process.getuid?.() === 0 ? "user root;" : "";
    writeFileSync(
      made("nginx.conf"),
      `${user} daemon off; pid ${made("pid")}; error_log ${made("error.log")};\nevents {}\nhttp { access_log off;\n${server}\n}\n`,
    );
    nginx = spawn("/usr/sbin/nginx", ["-c", made("nginx.conf")], { stdio: "ignore" });
    browser = await launchChromium();
    page = await (await browser.newContext({ ignoreHTTPSErrors: true, locale: "zh-CN", viewport: { width: 1300, height: 800 } })).newPage();
  });
  afterAll(async () => {
    await browser.close();
    nginx?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  const looked = async (): Promise<readonly (readonly string[])[]> => {
    await page.goto(`${address}/status.html`);
    await page.locator("#result").waitFor({ timeout: 120_000 });
    return page.locator("#rows tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
  };

  it("is whole by its own sums", () => expect(run("sha256sum", "--quiet", "-c", "SHA256SUMS")).toBe(""));

  it("an address that Office would not take is refused, with what to write", () => {
    for (const wrong of [[], ["http://a.example"], ["https://a.example/?x=1"]]) {
      const { status, stderr } = spawnSync("sh", ["set-address.sh", ...wrong], { cwd: unpacked, encoding: "utf8" });
      expect([status, /https/.test(stderr) || stderr.includes("网址") || stderr.includes("服务器")]).toEqual([1, true]);
    }
  });

  it("before the address is written, the page for looking says so; after it, everything is right", async () => {
    publish();
    const before = await looked();
    expect(before.filter(([verdict = ""]) => !verdict.includes("正常")).map(([, what]) => what)).toEqual(["加载项清单"]);
    run("sh", "set-address.sh", `${address}/`);
    publish();
    const after = await looked();
    expect(after.filter(([verdict = ""]) => !verdict.includes("正常"))).toEqual([]);
    expect(after.find(([, what]) => what === "缓存")?.[2]).toContain("长期缓存");
    expect(readFileSync(path.join(site, "manifest.xml"), "utf8")).not.toContain("localhost:3000");
    await page.screenshot({ path: path.join(os.tmpdir(), "budget-status.png") });
  });

  it("the workbench does its job below the root, and a window that was open during an upgrade goes on", async () => {
    await page.goto(`${address}/index.html?sample=2026-12.xlsx`);
    await page.getByRole("status").filter({ hasText: "已打开" }).waitFor({ timeout: 60_000 });
    // The next version: new names, a new list; laid over the old one as the README says.
    const list = path.join(site, "files.json");
    const newer = readFileSync(list, "utf8").replace(/"version": "[^"]*"/, '"version": "9.9.9"');
    publish();
    writeFileSync(list, newer);
    await check(page);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("没有不符，有 1 处请核实");
    expect((await looked()).find(([, what]) => what === "版本")?.[2]).toContain("服务器上是 9.9.9");
    publish();
    expect((await looked()).filter(([verdict = ""]) => !verdict.includes("正常"))).toEqual([]);
  });

  it("the command line runs from its folder", () => {
    const cli = (...args: string[]): string => run(process.execPath, "cli/budget.cjs", ...args);
    const said = JSON.parse(cli("check", "web/samples/2026-12.xlsx", "--json")) as { readonly counts: { readonly broken: number } };
    expect(said.counts.broken).toBeGreaterThanOrEqual(0);
    expect(cli("functions")).toContain("SHARE");
  });
});
