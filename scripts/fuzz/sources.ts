import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import * as XLSX from "@e965/xlsx";
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
const compound = { ...byteMutations, ...sectorMutations };

/** By the ending of the name; what is no package is damaged as plain bytes. */
function mutationsFor(name: string): Readonly<Record<string, Mutation>> {
  if (/\.(xlsx|xlsm|ods|docx)$/.test(name)) return zip;
  return /\.(xls|et)$/.test(name) ? compound : byteMutations;
}

const source = (name: string, bytes: Uint8Array): Source => ({ name, bytes, mutations: mutationsFor(name), reader: /\.(docx|txt|pdf)$/.test(name) ? "text" : "workbook" });

/** The samples in every format, a text of the tests, and whatever files stand in the folder given. */
export function sources(folder: string | undefined): Source[] {
  const samples = readdirSync("samples").filter((name) => name.endsWith(".xlsx")).map((name) => source(name, load(path.join("samples", name))));
  const book = XLSX.read(load("samples/2026-12.xlsx"), { type: "array", cellNF: true });
  const as = (name: string, bookType: XLSX.BookType): Source => source(name, new Uint8Array(XLSX.write(book, { type: "array", bookType }) as ArrayBuffer));
  const more = folder !== undefined && existsSync(folder) ? readdirSync(folder).filter((name) => /\.(xlsx?|xlsm|ods|et|docx|pdf|txt|csv)$/.test(name)).map((name) => source(name, load(path.join(folder, name)))) : [];
  return [...samples, as("sample.xls", "biff8"), as("sample5.xls", "biff5"), as("sample.ods", "ods"), source("2026-12.txt", load("test/proofread/texts/2026-12.txt")), ...more];
}
