import { columnLetters, fullAddress } from "../../../../amount/cell-ref";
import { NOT_CALCULATED } from "../../../../workbook/reading";
import type { Recognised, Table } from "../../../../workbook/recognised";
import { inspected, inspection, nothing, type Check, type Inspection, type Remark } from "../../../../checks/engine/check";
import { pointTo } from "../../../../checks/engine/point";
import { allCells, countOf, foundIn, SHOWN } from "./placed";

/** S16–S18: what a file holds that a reader does not see, and what a reader would see that the file does not hold. */
export const fileChecks: readonly Check[] = [
  inspection(
    "S16",
    "info",
    "文字、编码、金额里没有看不见的字符",
    "从网页、PDF里复制来的文字常带着它们，公式和查找会认不出",
    unseenCharacters,
    {
      examples: { holds: "行政运行", fails: "行政运行后面跟着一个零宽空格" },
    },
  ),
  inspection("S17", "error", "公式都有算出的结果", "没有结果的公式不是空白，也不能当作0", results, {
    examples: { holds: "=B2+B3 存有结果 1,219.43", fails: "=B2+B3 没有存结果" },
  }),
  inspection("S18", "info", "公开表没有隐藏的工作表、行、列", "隐藏的照样参加核对，公开出去却看不见，容易对不上", hiddenParts, {
    examples: { holds: "表5的各行都看得见", fails: "表5第12行是隐藏的" },
  }),
];

/** One notice of all cells with characters that nobody sees, on the sheets of tables. */
function unseenCharacters({ tables, unseen }: Recognised): Inspection {
  const sheets = new Set([...tables.values()].map(({ sheet }) => sheet.name));
  const found = unseen.filter(({ sheet }) => sheets.has(sheet));
  if (found.length === 0) return nothing;
  const characters = [...new Set(found.flatMap((cell) => cell.characters))];
  const cells = found.slice(0, SHOWN).map((cell) => pointTo(cell));
  const places = found.slice(0, 3).map(fullAddress).join("、");
  const message = `${places}${found.length > 3 ? "等" : ""} ${found.length} 格里有看不见的字符（${characters.map(nameOfCharacter).join("、")}），已略过它们核对。`;
  return inspected(0, [{ key: "", message, cells, advice: "公式和查找会认不出这样的文字和数，建议重新输入这些格。" }]);
}

const CHARACTER_NAMES: Readonly<Record<string, string>> = {
  "U+00A0": "不换行空格",
  "U+0009": "制表符",
  "U+00AD": "软连字符",
  "U+200B": "零宽空格",
  "U+200C": "零宽不连字",
  "U+200D": "零宽连字",
  "U+200E": "左至右标记",
  "U+200F": "右至左标记",
  "U+202D": "左至右强制",
  "U+202E": "右至左强制",
  "U+FEFF": "字节顺序标记",
  "U+3164": "谚文填充符",
  "U+2800": "空白盲文",
};

const nameOfCharacter = (code: string): string => (CHARACTER_NAMES[code] ? `${CHARACTER_NAMES[code]} ${code}` : code);

/** Hidden sheets, rows and columns of tables: used like the others, and said. */
function hiddenParts({ tables }: Recognised): Inspection {
  const remarks = [...tables.values()].flatMap((table): readonly Remark[] => {
    const parts = hiddenOf(table);
    if (parts.length === 0) return [];
    const cell = pointTo({ sheet: table.sheet.name, row: table.area.top, column: table.area.left }, { table: table.number });
    return [
      {
        key: table.key,
        message: `${table.label}${parts.join("，")}，照样参加了核对。`,
        cells: [cell],
        advice: "公开前请取消隐藏，或者删去不要的行列。",
      },
    ];
  });
  return remarks.length === 0 ? nothing : inspected(0, remarks);
}

function hiddenOf({ sheet, rows, columns, facts, area }: Table): readonly string[] {
  if (sheet.visibility === "visible" && !sheet.hidden) return [];
  const held = new Set(
    [...rows.filter(({ kind }) => kind !== "other"), ...facts.unknownRows.map(({ row }) => row)].map(({ position }) => position),
  );
  const used = new Set([...[...columns.values()], ...facts.unknownColumns].map(({ position }) => position));
  const hiddenRows = (sheet.hidden?.rows ?? []).filter((row) => held.has(row)).map((row) => String(row + 1));
  const hiddenColumns = (sheet.hidden?.columns ?? [])
    .filter((column) => used.has(column) && column <= Math.max(area.right, ...used))
    .map(columnLetters);
  const few = (all: readonly string[]): string => `${all.slice(0, 5).join("、")}${all.length > 5 ? "等" : ""}`;
  return [
    ...(sheet.visibility === "visible" ? [] : [`在隐藏的工作表“${sheet.name}”上`]),
    ...(hiddenRows.length > 0 ? [`的第 ${few(hiddenRows)} 行是隐藏的`] : []),
    ...(hiddenColumns.length > 0 ? [`的 ${few(hiddenColumns)} 列是隐藏的`] : []),
  ];
}

/** Formulas without a result: worked out here, or, one finding for all of them, not. */
function results(recognised: Recognised): Inspection {
  const found = foundIn(recognised.tables.values(), ({ kind }) => kind === "uncalculated");
  const sheets = new Set([...recognised.tables.values()].map(({ sheet }) => sheet.name));
  const done = recognised.calculated.filter(({ sheet }) => sheets.has(sheet));
  if (done.length + found.length === 0) return nothing;
  const notRun =
    found.length === 0
      ? []
      : [
          {
            key: "",
            message: `${countOf(found)}${NOT_CALCULATED}；用到它们的审核都没有执行。`,
            advice: "用 Excel 或 WPS 打开，等公式算完，保存后再校验。",
            cells: allCells(recognised, found),
          },
        ];
  const places = done.slice(0, 3).map(fullAddress).join("、");
  const message = `文件里有 ${done.length} 格公式没有存结果（${places}${done.length > 3 ? "等" : ""}），已按公式算出来核对。`;
  const remarks =
    done.length === 0
      ? []
      : [
          {
            key: "calculated",
            message,
            cells: done.slice(0, SHOWN).map((cell) => pointTo(cell)),
            advice: "公开前请用 Excel 或 WPS 打开并保存，否则别人打开可能是空白。",
            severity: "info" as const,
          },
        ];
  return { holds: 0, remarks, notRun };
}
