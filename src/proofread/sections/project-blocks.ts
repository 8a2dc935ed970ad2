import type { Line, Span } from "../text/lines";

const FIELDS = /^(?:（.{1,3}）|\d{1,2}[.、])?(项目名称|设立的政策依据|预算安排规模|项目承担单位|资金分配情况|资金执行时间)：?/;
export type ProjectField = "项目名称" | "设立的政策依据" | "预算安排规模" | "项目承担单位" | "资金分配情况" | "资金执行时间";

const [FIRST, LAST]: readonly [ProjectField, ProjectField] = ["设立的政策依据", "资金执行时间"];

/** A line of a project's own text: no sentence of the template. */
export const isProjectField = ({ text }: Line): boolean => (FIELDS.exec(text)?.[1] ?? "项目名称") !== "项目名称";

/** A project's block in 七. */
export interface ProjectBlock {
  readonly name: Span;
  /** Its name was left out: where it ought to stand. */
  readonly nameless: boolean;
  /** Every stretch of a field: one a line. */
  readonly fields: Map<ProjectField, Span[]>;
  /** All lines of the block. */
  readonly lines: Line[];
}

/**
 * 七, all of its lines together: one block a project. A line without a field's name goes on with the field before; the first
 * of the fields behind the last of them begins another project, named or not.
 */
export function projectBlocks(lines: readonly Line[]): readonly ProjectBlock[] {
  const blocks: ProjectBlock[] = [];
  let field: ProjectField | null = null;
  for (const line of lines) {
    if (line.kind === "row") continue;
    const found = FIELDS.exec(line.text);
    const named = found?.[1] as ProjectField | undefined;
    const value: Span = { line, start: found?.[0].length ?? 0, end: line.text.length };
    if (named === "项目名称") blocks.push({ name: value, nameless: false, fields: new Map(), lines: [] });
    else if (named === FIRST && blocks.at(-1)?.fields.has(LAST) !== false)
      blocks.push({ name: { line, start: 0, end: 0 }, nameless: true, fields: new Map(), lines: [] });
    if (named !== "项目名称" && (named ?? (line.kind === "prose" ? field : null))) push(blocks.at(-1), named ?? field, value);
    if (named ?? field) blocks.at(-1)?.lines.push(line);
    field = named ?? field;
  }
  return blocks;
}

function push(block: ProjectBlock | undefined, field: ProjectField | null, value: Span): void {
  if (field) block?.fields.set(field, [...(block.fields.get(field) ?? []), value]);
}
