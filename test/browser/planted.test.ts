import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { readWorkbook } from "../../src/hosts/file/read-workbook";
import type { CellValue } from "../../src/workbook/plain";
import { depth } from "../support/depth";
import { plantDesk, type Planted, type PlantedDesk } from "../support/planted-desk";
import { faults, IN_WINDOW } from "./accessibility-suite";
import { newPage, onStage, type Stage } from "./stage";

/** The department, its units, and what cannot be read. */
const OTHERS = 18;
const FILES = depth(200, 40);
/**
 * So long may the page's own thread be taken at most, in milliseconds: longer, and it is felt. A machine that does other
 * things meanwhile takes as many times as long.
 */
const longestTask = (): number => 100 * Math.max(1, (os.loadavg()[0] ?? 1) / os.cpus().length);
const PATIENCE = 600_000;

declare global {
  interface Window {
    longTasks: number[];
  }
}

/** A sheet that was saved, its rows by their headings. */
type Table = readonly Readonly<Record<string, string>>[];

async function tables(page: Page): Promise<ReadonlyMap<string, Table>> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "保存为 Excel" }).click()]);
  const { sheets } = await readWorkbook(new Uint8Array(readFileSync(await download.path())), "审核.xlsx");
  return new Map(
    sheets.map(({ name, values }) => {
      const head = values.findIndex((row) => row.includes("单位") && row.includes("年度"));
      const headings = (values[head] ?? []).map(String);
      const rows = values.slice(head + 1).map((row) => Object.fromEntries(headings.map((heading, i) => [heading, words(row[i])])));
      return [name, rows];
    }),
  );
}

const words = (value: CellValue | undefined): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const nameOf = ({ file }: Planted): string => path.basename(file, ".xlsx");
const isWrong = ({ fate }: Planted): boolean => fate === "stays" || fate === "breaks";

/** A reviewer, a folder of a whole city's files, and what was planted in them. */
onStage("a desk of many offices", (stage) => {
  let folder: string;
  let desk: PlantedDesk;
  let page: Page;
  const rowOf = (name: string): Locator => page.locator(".offices-table tbody tr", { hasText: name });
  const planted = (): readonly Planted[] => [...desk.offices, desk.wrongUnit];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "budget-planted-page-"));
    desk = await plantDesk(folder, { offices: FILES - OTHERS, seed: 11 });
  }, PATIENCE);
  afterAll(() => rmSync(folder, { recursive: true }));

  const opened = async (own: Stage): Promise<Page> => {
    const fresh = await newPage(own, { width: 1280, height: 800 });
    await fresh.addInitScript(() => {
      window.longTasks = [];
      new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: "longtask",
      });
    });
    await fresh.goto(`${own.origin}/index.html`);
    return fresh;
  };
  const settled = (): Promise<void> => page.getByRole("button", { name: "停止" }).waitFor({ state: "detached", timeout: PATIENCE });

  it(
    "reads them all, and the page is never held up",
    async () => {
      page = await opened(stage());
      await page.getByLabel("选择放有各单位文件的文件夹").setInputFiles(desk.now);
      await page.getByRole("heading", { name: "审核台" }).waitFor();
      await page.evaluate(() => (window.longTasks = []));
      const began = Date.now();
      await settled();
      const wrong = desk.offices.filter(isWrong).length + 1;
      const right = FILES - desk.unreadable.length - wrong;
      const words = `有不符 ${String(wrong)}，待核实 0，没有不符 ${String(right)}，读不了 ${String(desk.unreadable.length)}。`;
      await page.getByRole("status").filter({ hasText: words }).waitFor();
      const long = await page.evaluate(() => window.longTasks);
      process.stderr.write(
        `${String(FILES)} files in ${((Date.now() - began) / 1000).toFixed(1)} s, long tasks: ${long.map(Math.round).join(" ")}\n`,
      );
      // A shared machine says little of time: it is held to it where the long series are asked for.
      expect(depth(1, 0) * long.filter((duration) => duration > longestTask()).length).toBe(0);
    },
    PATIENCE,
  );

  it(
    "finds what was planted and nothing else",
    async () => {
      const found = await tables(page);
      const conclusions = new Map(found.get("单位")?.map((row) => [row["单位"], row["结论"]]));
      const wrong = new Set(planted().filter(isWrong).map(nameOf));
      const unreadable = desk.unreadable.map((file) => path.basename(file));
      expect(conclusions.size).toBe(FILES);
      for (const [name = "", conclusion] of conclusions)
        expect([name, conclusion]).toEqual([name, unreadable.includes(name) ? "读不了" : wrong.has(name) ? "有不符" : "没有不符"]);
      const suspects = found.get("可能填错的格")?.map((row) => `${row["单位"] ?? ""} ${row["格"] ?? ""} ${row["应为"] ?? ""}`);
      expect(suspects?.sort()).toEqual(
        planted()
          .filter(isWrong)
          .map((one) => `${nameOf(one)} ${one.fault?.cell ?? ""} ${one.fault?.right ?? ""}`)
          .sort(),
      );
    },
    PATIENCE,
  );

  it(
    "tells what became of the round before",
    async () => {
      await page.getByLabel("选择放有上一稿的文件夹").setInputFiles(desk.before);
      await page
        .getByText(`与上一稿对照了 ${String(desk.offices.length)} 个文件`)
        .first()
        .waitFor({ timeout: PATIENCE });
      const rows = (await tables(page)).get("与上一稿") ?? [];
      const told = desk.offices.map((one) => {
        const own = rows.filter((row) => row["单位"] === nameOf(one));
        const changes = own.filter((row) => /意见/.test(row["变化"] ?? "")).map((row) => `${row["变化"] ?? ""} ${row["位置"] ?? ""}`);
        return [nameOf(one), changes, own.some((row) => row["变化"] === "已改好"), own.some((row) => row["变化"] === "新出现")];
      });
      const wanted = desk.offices.map((one) => {
        const at = one.fault?.cell ?? "";
        const changes = one.fate === "mended" ? [`按意见改了 ${at}`] : one.fate === "breaks" ? [`没有意见而改了 ${at}`] : [];
        return [nameOf(one), changes, one.fate === "mended", one.fate === "breaks"];
      });
      expect(told).toEqual(wanted);
    },
    PATIENCE,
  );

  it(
    "adds up the department's units, and blames the one that is wrong",
    async () => {
      await page.getByLabel("找单位").fill("乙市主管局");
      // Nothing was found in its own tables, and it can be looked at all the same.
      await rowOf("乙市主管局").getByRole("button", { name: /^审定/ }).click();
      await page.getByText("与所属单位之和核对").click();
      await page.getByRole("button", { name: "加总核对（12 个单位）" }).click();
      await page
        .getByText(/^12 个单位之和：/)
        .first()
        .waitFor({ timeout: PATIENCE });
      const rows = (await tables(page)).get("发现的问题")?.filter((row) => row["单位"] === "乙市主管局" && row["规则"] === "M04") ?? [];
      expect(rows).toHaveLength(1);
      expect(rows[0]?.["问题"]).toMatch(new RegExp(`${nameOf(desk.wrongUnit)}.*E22`));
      await page.getByLabel("找单位").fill("");
      await page.getByRole("button", { name: "收起" }).click();
    },
    PATIENCE,
  );

  it("is walked by the keyboard, and says what it is to whoever cannot see it", async () => {
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
    await page.getByRole("button", { name: "单位", exact: true }).click();
    await page.locator(".offices-table tbody .offices-name button").first().focus();
    const seen = new Set([await focused()]);
    for (let i = 0; i < FILES; i++) {
      await page.keyboard.press("ArrowDown");
      seen.add(await focused());
    }
    // Every office was come by, those beyond the window too, and those that nobody can read.
    for (const name of [...planted().map(nameOf), ...desk.unreadable.map((file) => path.basename(file))]) expect(seen).toContain(name);
    expect(await focused()).toBe([...seen].at(-1));
    // What is wrong with a file that cannot be read is told where one presses.
    await page.getByLabel("找单位").fill("断了");
    await rowOf("断了.xlsx").getByRole("button").first().click();
    await page
      .locator(".offices-findings")
      .getByText(/已损坏/)
      .waitFor();
    expect(await page.locator(".offices-findings .hint").innerText()).toBe("没有核对。");
    expect(await faults(page, IN_WINDOW)).toEqual([]);
    await page.getByLabel("找单位").fill("");
    expect(await faults(page, IN_WINDOW)).toEqual([]);
    await page.close();
  });
});
