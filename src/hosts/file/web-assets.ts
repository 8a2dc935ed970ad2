import type { PdfAssets } from "./read-pdf";

/** What reading a PDF needs, from the page's own site: the page and the engine's worker stand in the same folder. */
export const webPdfAssets: PdfAssets = async (folder, file) => {
  const answer = await fetch(new URL(`pdf/${folder}/${encodeURIComponent(file)}`, globalThis.location.href));
  if (!answer.ok) throw new Error(`pdf/${folder}/${file}: ${String(answer.status)}`);
  return new Uint8Array(await answer.arrayBuffer());
};
