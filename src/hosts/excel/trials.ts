import type { Trial } from "../door";
import { officeCode } from "./problems";
import { inExcel, type Timing } from "./session";

/** Sets of Excel's interface that this tool uses, with the newest version worth knowing of. */
const SETS: readonly (readonly [name: string, newest: number])[] = [
  ["ExcelApi", 18],
  ["CustomFunctionsRuntime", 5],
  ["SharedRuntime", 2],
  ["RibbonApi", 2],
];

/** The newest version of a set that this edition has. */
function newestOf(name: string, newest: number): string {
  for (let minor = newest; minor > 0; minor--)
    if (Office.context.requirements.isSetSupported(name, `1.${String(minor)}`)) return `1.${String(minor)}`;
  return "没有";
}

const without = "没有给出";

function edition(): readonly Trial[] {
  try {
    const { platform, version } = Office.context.diagnostics;
    return [
      { what: "Excel 版本", came: `${version}，${platform}` },
      ...SETS.map(([name, newest]) => ({ what: name, came: newestOf(name, newest) })),
    ];
  } catch {
    return [{ what: "Excel 版本", came: without }];
  }
}

/** What this edition of Excel answers; the workbook is only counted. */
export async function tryExcel(timing: Timing): Promise<readonly Trial[]> {
  try {
    return await inExcel(timing, async ({ workbook }, sync): Promise<readonly Trial[]> => {
      workbook.load("readOnly,protection/protected");
      workbook.worksheets.load("items/visibility,items/protection/protected");
      await sync();
      const { items } = workbook.worksheets;
      const locked = items.filter(({ protection }) => protection.protected).length;
      return [
        ...edition(),
        { what: "工作表", came: `${String(items.length)} 张，其中有保护的 ${String(locked)} 张` },
        { what: "只读打开", came: workbook.readOnly ? "是" : "否" },
        { what: "工作簿结构保护", came: workbook.protection.protected ? "有" : "没有" },
      ];
    });
  } catch (cause) {
    const code = cause instanceof Error ? officeCode(cause.cause) : "";
    return [...edition(), { what: "工作表", came: `没有读到${code === "" ? "" : `（${code}）`}` }];
  }
}
