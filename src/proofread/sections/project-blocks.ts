import type { Line, Span } from "../text/lines";

const FIELDS = /^(?:（.{1,3}）|\d{1,2}[.、])?(项目名称|设立的政策依据|预算安排规模|项目承担单位|资金分配情况|资金执行时间)：?/;
export type ProjectField = "项目名称" | "设立的政策依据" | "预算安排规模" | "项目承担单位" | "资金分配情况" | "资金执行时间";

/** A line of a project's own text: no sentence of the template. */
export const isProjectField = ({ text }: Line): boolean => (FIELDS.exec(text)?.[1] ?? "项目名称") !== "项目名称";

/** A project's block in 七. */
export interface ProjectBlock {
  readonly name: Span;
  /** Every stretch of a field: one a line. */
  readonly fields: Map<ProjectField, Span[]>;
  /** All lines of the block. */
  readonly lines: Line[];
}

/** 七, all of its lines together: one block a project. A line without a field's name goes on with the field before. */
export function projectBlocks(lines: readonly Line[]): readonly ProjectBlock[] {
  const blocks: ProjectBlock[] = [];
  let field: ProjectField | null = null;
  for (const line of lines) {
    if (line.kind === "row") continue;
    const found = FIELDS.exec(line.text);
    const named = found?.[1] as ProjectField | undefined;
    const value: Span = { line, start: found?.[0].length ?? 0, end: line.text.length };
    if (named === "项目名称") blocks.push({ name: value, fields: new Map(), lines: [] });
    else if (named ?? (line.kind === "prose" ? field : null)) push(blocks.at(-1), named ?? field, value);
    if (named ?? field) blocks.at(-1)?.lines.push(line);
    field = named ?? field;
  }
  return blocks;
}

function push(block: ProjectBlock | undefined, field: ProjectField | null, value: Span): void {
  if (field) block?.fields.set(field, [...(block.fields.get(field) ?? []), value]);
}
