import type { DocumentColumn, DocumentTable, Role } from "./document";
import type { Layout } from "./layout";

/** A column as it is laid out: the document's own, or one that the layout adds. */
export interface LaidColumn extends Omit<DocumentColumn, "role"> {
  readonly role: Role | "code" | "rightCode" | "remark" | "rowNumber";
}

const CODES: readonly Role[] = ["class", "group", "item"];

/** Which columns there are under a layout. */
export function laidColumns(table: DocumentTable, layout: Layout): readonly LaidColumn[] {
  const amounts = table.columns.filter((column) => column.role === "amount");
  const dropped = { none: undefined, first: amounts[0], middle: amounts[Math.floor(amounts.length / 2)], last: amounts.at(-1) }[
    layout.missingColumn
  ];
  const columns = table.columns.flatMap((column): LaidColumn[] => {
    if (column === dropped) return [];
    if (column.role === "rightName" && (layout.classes === "codeColumn" || layout.classes === "numberColumn"))
      return [{ ...column, role: "rightCode", stack: [...column.stack.slice(0, -1), "科目编码"] }, column];
    if (!(CODES as readonly string[]).includes(column.role)) return [column];
    if (layout.codes === "beforeName") return [];
    if (!["single", "singleNumber", "dotted"].includes(layout.codes)) return [column];
    return column.role === "class" ? [{ ...column, role: "code", stack: column.stack.slice(0, -1) }] : [];
  });
  // The year before beside the year of the budget, for the income of 表1 alone: nobody may take one for the other.
  const before: LaidColumn = { role: "remark", stack: ["收入", "2029年预算数"], key: null, side: "left" };
  if (layout.headingText === "twoYears" && table.key === "overview" && columns[1]?.key !== null) columns.splice(1, 0, before);
  const remark = (head: string): LaidColumn => ({ role: "remark", stack: [head], key: null, side: "right" });
  if (layout.extraColumns === "remarks") return [...columns, remark("备注")];
  if (layout.extraColumns === "numbers") return [...columns, remark("备注"), remark("联系电话")];
  if (layout.extraColumns === "rowNumbers") return [{ role: "rowNumber", stack: ["序号"], key: null, side: "left" }, ...columns];
  return columns;
}

/** The heading rows: stacks of headings laid over the columns, merged or not. */
export function headingRows(
  table: DocumentTable,
  columns: readonly LaidColumn[],
  layout: Layout,
  unit: string | null,
): (string | null)[][] {
  const stacks = columns.map((column) => {
    const stack = stackOf(table, column, layout).map((word) => written(word, layout));
    const own = stack.at(-1);
    return unit !== null && column.role === "amount" && own !== undefined ? [...stack.slice(0, -1), `${own}（${unit}）`] : stack;
  });
  const height = Math.max(...stacks.map((stack) => stack.length));
  const at = (stack: readonly string[], row: number): string | null => {
    if (layout.headings === "bottom")
      return row === height - 1 ? (stack.at(-1) ?? null) : row < stack.length - 1 ? (stack[row] ?? null) : null;
    return row < stack.length ? (stack[row] ?? null) : layout.headings === "filled" ? (stack.at(-1) ?? null) : null;
  };
  return Array.from({ length: height }, (_, row) =>
    stacks.map((stack, column) => {
      const word = at(stack, row);
      const before = stacks[column - 1];
      const joined =
        before !== undefined && row < stack.length - 1 && stack.slice(0, row + 1).every((above, level) => above === before[level]);
      return layout.headings !== "filled" && (joined || spansCodes(columns, column, layout, row, stack)) ? null : word;
    }),
  );
}

/** Without 类 款 项 below it, one heading spans the code columns. */
function spansCodes(columns: readonly LaidColumn[], column: number, layout: Layout, row: number, stack: readonly string[]): boolean {
  const role = columns[column]?.role;
  return (
    (layout.headings === "single" || layout.headings === "noCodeLevels") &&
    (role === "group" || role === "item") &&
    row === stack.length - 1
  );
}

function stackOf(table: DocumentTable, column: LaidColumn, layout: Layout): readonly string[] {
  const { stack, role } = column;
  const coded = table.columns.some(({ role: other }) => other === "class");
  const subject = CODES.includes(role as Role) || role === "code" || role === "name";
  const umbrella = subject && ["科目", "项目"].includes(stack[0] ?? "");
  const level = CODES.includes(role as Role) ? 1 : 0;
  switch (layout.headings) {
    case "single":
      return table.key === "carriedOver" ? stack : stack.slice(Math.max(0, stack.length - 1 - level), stack.length - level);
    case "noCodeLevels":
      return stack.slice(0, stack.length - level);
    case "umbrella":
      return coded && subject && !umbrella ? ["科目", ...stack] : stack;
    case "noUmbrella":
      return umbrella ? stack.slice(1) : stack;
    default:
      return stack;
  }
}

function written(word: string, layout: Layout): string {
  switch (layout.headingText) {
    case "halfWidth":
      return word.replace(/（/g, "(").replace(/）/g, ")");
    case "lineBreaks":
      return word.length > 3 ? `${word.slice(0, 3)}\r\n${word.slice(3)}` : word;
    case "spaced":
      return Array.from(word).join(" ");
    case "year":
    case "twoYears":
      return word === "预算数" ? "2030年预算数" : word;
    default:
      return word;
  }
}

/** The row that numbers the columns, under the headings. */
export function numberRow(columns: readonly LaidColumn[], layout: Layout): (string | number | null)[] | null {
  let amount = 0;
  switch (layout.numberRow) {
    case "none":
      return null;
    case "stars":
      return columns.map((column) => (column.role === "amount" ? String(++amount) : column.role === "remark" ? null : "※"));
    case "numbers":
      return columns.map((_, index) => index + 1);
    case "lan":
      return columns.map((column, index) => (index === 0 ? "栏次" : column.role === "amount" ? ++amount : null));
  }
}
