import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as XLSX from "@e965/xlsx";
import { openBook } from "../../src/book/open";
import { parseWorkbook } from "../../src/hosts/file/read-workbook";
import { publish } from "../../src/publication/publication";
import { publicationDocx } from "../../src/render/publication-docx";
import { pdf, ruled, words } from "../../test/report/pdf-writer";
import { chains, documents, openSheets, otherWorkbook, sameWorkbook } from "./structures";
import { byteMutations, partMutations, sectorMutations, xmlMutations, type Mutation } from "./mutations";

/** A good file to be damaged, how, and whether damage can always be told from its checksums. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mutations: Readonly<Record<string, Mutation>>;
  readonly reader: "workbook" | "text";
}

const load = (file: string): Uint8Array => new Uint8Array(readFileSync(file));

const zip = { ...byteMutations, ...partMutations, ...xmlMutations };
const compound = { ...byteMutations, ...sectorMutations, ...chains };

/** Changes after which a file may say something else, and nothing can tell that it said another thing before. */
export const UNTOLD: ReadonlySet<string> = new Set([
  ...Object.keys(xmlMutations),
  ...[otherWorkbook, documents, openSheets].flatMap((mutations) => Object.keys(mutations)),
]);

/** By the ending of the name; what is no package is damaged as plain bytes. */
function mutationsFor(name: string): Readonly<Record<string, Mutation>> {
  if (/\.(xlsx|xlsm)$/.test(name)) return { ...zip, ...sameWorkbook, ...otherWorkbook };
  if (name.endsWith(".docx")) return { ...zip, ...documents };
  if (name.endsWith(".ods")) return { ...zip, ...openSheets };
  return /\.(xls|et)$/.test(name) ? compound : byteMutations;
}

const source = (name: string, bytes: Uint8Array): Source => ({
  name,
  bytes,
  mutations: mutationsFor(name),
  reader: /\.(docx|txt|pdf)$/.test(name) ? "text" : "workbook",
});

/** Lines of a page of a report; the characters of a line. */
const LINES = 40;
const ACROSS = 40;

/** A text as the pages of a PDF, and a ruled table at its end. */
function pdfOf(text: string): Uint8Array {
  const lines = text.split("\n").flatMap((line) => line.match(new RegExp(`.{1,${ACROSS}}`, "gu")) ?? []);
  const pages = Array.from({ length: Math.ceil(lines.length / LINES) }, (_, i) => lines.slice(i * LINES, (i + 1) * LINES));
  const table = ruled(
    [50, 200, 300],
    [50, 70, 90, 110],
    [
      ["项目", "金额"],
      ["本年收入", "1221.42"],
      ["合计", "1221.42"],
    ],
  );
  return pdf([...pages.map((page) => ({ operations: page.map((line, i) => words(50, 60 + i * 18, line)) })), { operations: table }]);
}

/** A sample's report as a Word file, with its tables. */
async function wordFile(workbook: string): Promise<Uint8Array> {
  const { recognised, inputs } = openBook((await parseWorkbook(load(workbook), workbook)).workbook);
  return publicationDocx(publish(recognised, inputs));
}

/** The samples in every format, their reports as text, Word and PDF, and whatever files stand in the folder given. */
export async function sources(folder: string | undefined): Promise<Source[]> {
  const samples = readdirSync("samples")
    .filter((name) => name.endsWith(".xlsx"))
    .map((name) => source(name, load(path.join("samples", name))));
  const book = XLSX.read(load("samples/2026-12.xlsx"), { type: "array", cellNF: true });
  const as = (name: string, bookType: XLSX.BookType): Source =>
    source(name, new Uint8Array(XLSX.write(book, { type: "array", bookType }) as ArrayBuffer));
  const text = load("test/proofread/texts/2026-12.txt");
  const reports = [
    source("2026-12.txt", text),
    source("2026-12.docx", await wordFile("samples/2026-12.xlsx")),
    source("2026-12.pdf", pdfOf(new TextDecoder().decode(text))),
  ];
  const files = folder !== undefined && existsSync(folder) ? readdirSync(folder) : [];
  const more = files
    .filter((name) => /\.(xlsx?|xlsm|ods|et|docx|pdf|txt|csv)$/.test(name))
    .map((name) => source(name, load(path.join(folder ?? "", name))));
  return [...samples, as("sample.xls", "biff8"), as("sample5.xls", "biff5"), as("sample.ods", "ods"), ...reports, ...more];
}
