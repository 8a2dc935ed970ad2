import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { chromium, type Browser, type Page } from "playwright-core";
import { helpPages } from "../../scripts/docs/pages";
import { serve, type Server } from "../../scripts/lib/static-server.mjs";

const dist = path.join(__dirname, "../../dist");
const PAGES = ["taskpane.html", "index.html"] as const;
const BUDGET = 160 * 1024;
const html = (page: string): string => readFileSync(path.join(dist, page), "utf8");
const scripts = (page: string): string[] => [...html(page).matchAll(/<script[^>]*\ssrc="?([^" >]+)/g)].map((match) => match[1] ?? "");

describe.each(PAGES)("%s", (page) => {
  it("has a policy that lets nothing out", () => {
    const policy = /Content-Security-Policy"?\s+content="([^"]*)"/.exec(html(page))?.[1] ?? "";
    const directives = new Map(
      policy
        .split(";")
        .map((directive) => directive.trim().split(" "))
        .map(([name = "", ...sources]) => [name, sources.join(" ")]),
    );
    expect(directives.get("default-src")).toBe("'none'");
    expect(directives.get("script-src")).toBe("'self'");
    expect(directives.get("connect-src")).toBe("'self'");
    expect(directives.get("frame-src")).toBe("'none'");
    expect(directives.get("form-action")).toBe("'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  it("has no script of its own inside and names no other server", () => {
    expect(html(page)).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(html(page)).not.toMatch(/(src|href)="?(https?:)?\/\//);
  });

  it("loads at most 160 KB of script at first, compressed, besides office.js", () => {
    const own = scripts(page).filter((script) => !script.startsWith("office-js/"));
    expect(own.length).toBeGreaterThan(0);
    const weight = own.reduce((sum, script) => sum + gzipSync(readFileSync(path.join(dist, script))).length, 0);
    expect(weight).toBeLessThanOrEqual(BUDGET);
  });
});

it("only the page for Excel loads office.js, from this server, before the rest", () => {
  expect(scripts("taskpane.html")[0]).toMatch(/^office-js\/[\d.]+\/office\.js$/);
  expect(scripts("index.html").filter((script) => script.includes("office"))).toEqual([]);
});

describe("in a browser", () => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = await serve(dist, { port: 4310 });
    browser = await chromium.launch({
      executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it("the heading of the workbench is drawn before anything that it does not need", async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      const early: string[] = [];
      const noted = <T extends object>(name: string, made: T): T =>
        new Proxy(made, {
          construct: (target, args) => {
            if (!document.querySelector("h1")) early.push(name);
            return Reflect.construct(target as new () => object, args) as object;
          },
        });
      Intl.DateTimeFormat = noted("DateTimeFormat", Intl.DateTimeFormat);
      Intl.NumberFormat = noted("NumberFormat", Intl.NumberFormat);
      window.Worker = noted("Worker", Worker);
      const drawn = new Promise<readonly string[]>((resolve) => {
        new MutationObserver(() => {
          if (!document.querySelector("h1")) return;
          const scripts = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js"));
          resolve([...early, ...scripts.map(({ name }) => new URL(name).pathname.slice(1))]);
        }).observe(document, { childList: true, subtree: true });
      });
      Object.assign(window, { drawn });
    });
    await page.goto(`http://localhost:${String(server.port)}/index.html`);
    const before = await page.evaluate(() => (window as unknown as { readonly drawn: Promise<readonly string[]> }).drawn);
    await page.close();
    expect([...before].sort()).toEqual([...scripts("index.html")].sort());
  });

  describe("the help's pages, one after another", () => {
    let page: Page;
    const faults: string[] = [];
    beforeAll(async () => {
      page = await browser.newPage();
      page.on("console", (message) => faults.push(message.text()));
      page.on("requestfailed", (request) => {
        // What the page before was still fetching (its icon) is broken off when this one is opened.
        if (request.failure()?.errorText !== "net::ERR_ABORTED") faults.push(request.url());
      });
      page.on("response", (response) => {
        if (!response.ok()) faults.push(`${String(response.status())} ${response.url()}`);
      });
    });
    afterAll(() => page.close());
    beforeEach(() => void faults.splice(0));

    it.each(helpPages)("$file shows all its pictures under its own policy", async ({ file }) => {
      await page.goto(`http://localhost:${String(server.port)}/help/${file}`);
      const empty = await page.evaluate(async () => {
        const pictures = Array.from(document.images);
        for (const picture of pictures) picture.loading = "eager";
        await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
        return pictures.filter((picture) => picture.naturalWidth === 0).map((picture) => picture.src);
      });
      expect([empty, faults]).toEqual([[], []]);
    });
  });

  it.each([...helpPages.map(({ file }) => `help/${file}`), "status.html"])("%s can be read by everyone, light and dark", async (file) => {
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1000, height: 800 } });
    const page = await context.newPage();
    await page.goto(`http://localhost:${String(server.port)}/${file}`);
    await page.addScriptTag({ path: require.resolve("axe-core") });
    // Of rows that differ in their words alone one is judged: a table of thousands of cells takes longer than all else there is.
    await page.evaluate(() => {
      const made = new Set<string>();
      for (const row of document.querySelectorAll("tr")) {
        const elements = row.outerHTML.replace(/>[^<]*[^<\s][^<]*/g, ">words");
        row.toggleAttribute("data-alike", made.has(elements));
        made.add(elements);
      }
    });
    // What the dark look can change is colours.
    for (const [colorScheme, tags] of [
      ["light", null],
      ["dark", "cat.color"],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      const violations = await page.evaluate(async (only) => {
        const { axe } = window as unknown as {
          axe: { run(where: object, how: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const found = await axe.run({ exclude: [["[data-alike]"]] }, only === null ? {} : { runOnly: { type: "tag", values: [only] } });
        return found.violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
      }, tags);
      expect([file, colorScheme, violations]).toEqual([file, colorScheme, []]);
    }
    await context.close();
  });

  it("the page that looks at a server finds every file of this build, each as what it is", async () => {
    const page = await browser.newPage();
    const asked = origins(page);
    await page.goto(`http://localhost:${String(server.port)}/status.html`);
    await page.locator("#result").waitFor();
    const rows = await page
      .locator("#rows tr")
      .evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => cell.textContent)));
    await page.close();
    // The build's own manifest names the address of development, another port than this server's.
    expect(rows.filter(([verdict]) => !/正常/.test(verdict ?? "")).map(([, what]) => what)).toEqual(["加载项清单"]);
    const { files } = JSON.parse(readFileSync(path.join(dist, "files.json"), "utf8")) as { readonly files: readonly unknown[] };
    expect(rows.find(([, what]) => what === "文件")?.[2]).toBe(`${String(files.length)} 个文件都能取到。`);
    expect([...asked]).toEqual([`http://localhost:${String(server.port)}`]);
  });

  // Of index.html every walk through the workbench sees to it.
  it("taskpane.html asks no other server for anything, outside Excel too", async () => {
    const page = await browser.newPage();
    const asked = origins(page);
    // Until nothing more has been asked for a while.
    await page.goto(`http://localhost:${String(server.port)}/taskpane.html`, { waitUntil: "networkidle" });
    await page.close();
    expect([...asked]).toEqual([`http://localhost:${String(server.port)}`]);
  });
});

/** The servers that a page asks for something; a request that its policy stops is none. */
function origins(page: Page): ReadonlySet<string> {
  const asked = new Set<string>();
  page.on("request", (request) => {
    const { origin } = new URL(request.url());
    if (origin !== "null") asked.add(origin);
  });
  return asked;
}
