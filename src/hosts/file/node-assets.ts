import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { PdfAssets } from "./read-pdf";

/** Beside the program where it is built, else from the library itself. */
const pdfFolder = (): string => {
  const built = typeof __dirname === "string" ? join(__dirname, "pdf") : "";
  return built !== "" && existsSync(built) ? built : join(process.cwd(), "node_modules/pdfjs-dist");
};

/** What reading a PDF needs, from disk. */
export const nodePdfAssets: PdfAssets = async (folder, file) => new Uint8Array(await readFile(join(pdfFolder(), folder, basename(file))));
