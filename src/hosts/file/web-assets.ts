import pdfjs from "pdfjs-dist/package.json";
import type { PdfAssets } from "./read-pdf";

/**
 * What reading a PDF needs, from the page's own site: the page and the engine's worker stand in the same folder. The library's
 * version stands in the path, so that a browser may keep what it has fetched.
 */
export const webPdfAssets: PdfAssets = async (folder, file) => {
  const answer = await fetch(new URL(`pdf/${pdfjs.version}/${folder}/${encodeURIComponent(file)}`, globalThis.location.href));
  if (!answer.ok) throw new Error(`pdf/${folder}/${file}: ${String(answer.status)}`);
  return new Uint8Array(await answer.arrayBuffer());
};
