/** The library ships no types for its worker; it is only handed over as it is. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs";
