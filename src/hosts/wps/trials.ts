import type { Trial } from "../door";
import { MARK_TAG } from "../mark-rule";
import { copyOf } from "./copy";
import type { WpsApplication, WpsWorkbook } from "./model";
import { held, usedArea } from "./ranges";
import type { ReadFile } from "./read";
import { asMatrix } from "./shapes";
import { attempt, count, has, isOwn, membersOf, sheetsOf, text, truth } from "./sheets";

const yes = (worked: boolean): string => (worked ? "可以" : "不行");

/** What kind of thing WPS gave, without the thing. */
function kindOf(given: unknown): string {
  if (given === null || given === undefined) return "空";
  if (!Array.isArray(given)) return "单个值";
  return given.every(Array.isArray) ? "矩阵" : "一列";
}

/** What this edition of WPS answers, tried on the workbook that is open without changing it. */
export async function tryWps(app: WpsApplication, workbook: WpsWorkbook | null, readFile: ReadFile): Promise<readonly Trial[]> {
  const trials: Trial[] = [
    { what: "WPS 版本", came: versionOf(app) },
    { what: "临时文件夹", came: yes(text(attempt(() => app.Env.GetTempPath())) !== "") },
    { what: "各页之间传话（PluginStorage）", came: yes(attempt(() => passes(app)) === true) },
    { what: "登记自定义函数", came: yes(has(app, "AddCustomFunction")) },
    {
      what: "改动通知（ApiEvent）",
      came: yes(
        has(
          attempt(() => app.ApiEvent),
          "AddApiEventListener",
        ),
      ),
    },
    { what: "打开着的工作簿", came: workbook ? "有" : "没有" },
  ];
  if (!workbook) return trials;
  const bytes = attempt(() => copyOf(app, workbook));
  trials.push({ what: "另存副本并读出（SaveCopyAs）", came: bytes ? "可以" : "不行，改为逐张读取" });
  if (bytes)
    trials.push({
      what: "按文件读副本",
      came: await readFile(bytes, text(workbook.Name)).then(
        () => "可以",
        () => "不行，改为逐张读取",
      ),
    });
  return [...trials, ...attemptSheets(workbook)];
}

function versionOf(app: WpsApplication): string {
  const build = attempt(() => app.Build);
  return `${text(attempt(() => app.Version)) || "没有给出"}，内部版本 ${typeof build === "number" || typeof build === "string" ? String(build) : "没有给出"}`;
}

function passes(app: WpsApplication): boolean {
  const key = "budget.trial";
  app.PluginStorage.setItem(key, "1");
  const passed = String(app.PluginStorage.getItem(key)) === "1";
  app.PluginStorage.removeItem(key);
  return passed;
}

function attemptSheets(workbook: WpsWorkbook): readonly Trial[] {
  const sheets = attempt(() => sheetsOf(workbook)) ?? [];
  const read = sheets.filter((sheet) => attempt(() => held(sheet, usedArea(sheet) ?? { top: 0, left: 0, bottom: 0, right: 0 })) !== null);
  const [first] = sheets;
  const shapes = first && attempt(() => ["A1", "A1:C1", "A1:A3", "A1:C3"].map((area) => kindOf(first.Range(area).Value2)).join("、"));
  const flat = first && attempt(() => asMatrix(first.Range("A1:C3").Value2, 3, 3) !== null);
  return [
    { what: "工作表", came: `${String(sheets.length)} 张，逐张读取 ${String(read.length)} 张可以` },
    { what: "值的样子（一格、一行、一列、一块）", came: shapes ?? "没有给出" },
    { what: "一块的值能排成行列", came: yes(flat === true) },
    { what: "条件格式（标记用）", came: came(() => sheets.map((sheet) => membersOf(sheet.Cells.FormatConditions))) },
    {
      what: "本工具的标记",
      came: came(() =>
        sheets.flatMap((sheet) =>
          membersOf(sheet.Cells.FormatConditions).filter((one) => text((one as { Formula1?: unknown }).Formula1).includes(MARK_TAG)),
        ),
      ),
    },
    {
      what: "名称（认自己的表用）",
      came: came(() => [count(workbook.Names.Count), sheets.filter((sheet) => isOwn(workbook, sheet)).length]),
    },
    { what: "隐藏的行列", came: yes(attempt(() => truth(first?.Range("A1").EntireRow.Hidden)) !== null) },
    { what: "数字格式", came: yes(attempt(() => typeof first?.Range("A1").NumberFormat === "string") === true) },
    { what: "工作簿结构保护", came: truth(attempt(() => workbook.ProtectStructure)) ? "有" : "没有" },
  ];
}

/** How many there are of what was asked for. */
function came(work: () => readonly unknown[]): string {
  const got = attempt(work);
  return got ? `可以，${String(got.flat().length)} 个` : "不行";
}
