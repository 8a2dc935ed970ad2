/** The workbooks that benchmarks of accuracy are held against: the samples and, where they are at hand, published ones. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { recogniseWorkbook } from "../src/book/recognise";
import { readWorkbook } from "../src/hosts/file/read-workbook";
import { houses } from "../src/templates/houses";
import type { PlainWorkbook } from "../src/workbook/plain";
import type { Recognised } from "../src/workbook/recognised";

export interface Book {
  /** What it is, without whose: 新疆 2026年 部门 12 张表, counted where several are alike. */
  readonly label: string;
  readonly family: string;
  readonly file: string;
  readonly workbook: PlainWorkbook;
  readonly recognised: Recognised;
}

const root = path.join(import.meta.dirname, "..");

/** The workbooks of a folder beside the project, or in it; none where it is not there. */
export function filesIn(folder: string): readonly string[] {
  const full = path.join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full)
    .filter((name) => name.endsWith(".xlsx") && !/blank/.test(name))
    .sort()
    .map((name) => path.join(full, name));
}

export const familyName = ({ template }: Recognised): string =>
  houses.find(({ family }) => family.id === template.family)?.family.name ?? "没有合适的模板";

/** What a document is, without whose it is. */
export const labelOf = (recognised: Recognised): string =>
  `${familyName(recognised)} ${String(recognised.year ?? "")}年 ${recognised.organisationKind} ${String(recognised.tables.size)} 张表`;

/** Names that are alike are counted: …（1）, …（2）. */
export function apart<T extends { readonly label: string }>(all: readonly T[]): readonly T[] {
  return all.map((one, at) => {
    const alike = all.filter(({ label }) => label === one.label);
    return alike.length === 1
      ? one
      : { ...one, label: `${one.label}（${String(all.slice(0, at + 1).filter(({ label }) => label === one.label).length)}）` };
  });
}

export async function booksOf(files: readonly string[]): Promise<readonly Book[]> {
  const books = await Promise.all(
    files.map(async (file) => {
      const workbook = await readWorkbook(new Uint8Array(readFileSync(file)), path.basename(file));
      const recognised = recogniseWorkbook(workbook);
      const own = file.startsWith(path.join(root, "samples")) ? "示例：" : "";
      return { label: own + labelOf(recognised), family: familyName(recognised), file, workbook, recognised };
    }),
  );
  return apart(books.filter(({ recognised }) => recognised.tables.size > 0));
}
