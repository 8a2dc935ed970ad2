import type * as PdfLibrary from "pdfjs-dist";
import type { Matrix } from "../../report/pdf/matrix";
import type { PdfPage } from "../../report/pdf/page";
import { runContent, type Operation, type PdfFont } from "../../report/pdf/content";
import { uprightPage } from "../../report/pdf/upright";
import { limits, TooLarge } from "../../report/limits";
import { requireModestStreams } from "./pdf-streams";
import { problem } from "./problems";

/** Where the library's character maps and standard fonts are read from: the own site, or the folder of the program. */
export type PdfAssets = (folder: "cmaps" | "standard_fonts" | "wasm", file: string) => Promise<Uint8Array>;

const FOLDERS: Readonly<Record<string, Parameters<PdfAssets>[0]>> = {
  cMapUrl: "cmaps",
  standardFontDataUrl: "standard_fonts",
  wasmUrl: "wasm",
};

export interface PdfOptions {
  readonly assets: PdfAssets;
  readonly signal?: AbortSignal | undefined;
  /** 0..1 */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** The library runs where it is called, in the engine's own worker: no second one. */
async function loadLibrary(): Promise<typeof PdfLibrary> {
  const worker: Promise<unknown> = import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker ??= await worker;
  return import("pdfjs-dist/legacy/build/pdf.mjs");
}

/**
 * The pages of a PDF with every printed character and ruled line.
 * Throws `DoorProblem` where the file is damaged, has a password or too many pages.
 */
export async function readPdfPages(
  bytes: Uint8Array,
  name: string,
  { assets, signal, onProgress }: PdfOptions,
): Promise<readonly PdfPage[]> {
  await requireModestStreams(bytes).catch((cause: unknown) => {
    throw cause instanceof TooLarge ? problem.tooLarge(name) : cause;
  });
  const library = await loadLibrary();
  const names = new Map(Object.entries(library.OPS).map(([operation, code]) => [code, operation]));
  class OwnFiles {
    fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      return assets(FOLDERS[kind] ?? "cmaps", filename);
    }
  }
  const loading = library.getDocument({
    data: bytes.slice(),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    // Whether a font says which characters its signs stand for.
    fontExtraProperties: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    maxImageSize: 1,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    BinaryDataFactory: OwnFiles,
  });
  try {
    const document = await loading.promise;
    if (document.numPages > limits.pages) throw problem.tooLong(name, document.numPages);
    const pages: PdfPage[] = [];
    let glyphs = 0;
    for (let number = 1; number <= document.numPages; number++) {
      signal?.throwIfAborted();
      const page = await document.getPage(number);
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const { fnArray, argsArray } = await page.getOperatorList();
      const operations = fnArray.map((code, i): Operation => {
        const args: readonly unknown[] = (argsArray as readonly (readonly unknown[] | null)[])[i] ?? [];
        const operation = names.get(code) ?? "";
        return { name: operation, args: operation === "constructPath" ? [names.get(args[0] as number) ?? "", ...args.slice(1)] : args };
      });
      pages.push(
        uprightPage(
          number,
          width,
          height,
          runContent(operations, transform as unknown as Matrix, (font) => fontOf(page.commonObjs, font)),
        ),
      );
      glyphs += pages.at(-1)?.glyphs.length ?? 0;
      if (glyphs > limits.glyphs) throw problem.tooLarge(name);
      page.cleanup();
      onProgress?.(number / document.numPages);
    }
    return pages;
  } catch (cause) {
    throw pdfProblem(cause, name);
  } finally {
    await loading.destroy();
  }
}

interface LibraryFont {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
  readonly composite?: boolean;
  /** With a map of its own, or with none: the signs' numbers are then taken for characters, which they are not. */
  readonly toUnicode?: { readonly _map?: unknown } | null;
}

function fontOf(objects: { get: (name: string) => unknown; has: (name: string) => boolean }, name: string): PdfFont | null {
  const font = objects.has(name) ? (objects.get(name) as LibraryFont | null) : null;
  return (
    font && {
      scale: font.fontMatrix?.[0] ?? 0.001,
      vertical: font.vertical === true,
      legible: font.composite !== true || font.toUnicode?._map !== undefined,
    }
  );
}

function pdfProblem(cause: unknown, name: string): unknown {
  const kind = cause instanceof Error ? cause.name : "";
  if (kind === "PasswordException") return problem.encryptedPdf(name, cause);
  if (kind === "DoorProblem" || kind === "AbortError") return cause;
  return problem.corruptPdf(name, cause);
}
