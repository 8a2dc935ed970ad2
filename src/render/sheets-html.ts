import type { DraftCell, DraftStyle, SheetDraft } from "../workbook/draft";
import { escapeHtml } from "./html";
import { cellText, sheetLines } from "./sheet-lines";

const LOOK = `body{font:14px/1.6 "Microsoft YaHei","PingFang SC",sans-serif;margin:24px;color:#222}h1{font-size:20px;margin:24px 0 4px}p{margin:2px 0;color:#555}
table{border-collapse:collapse;width:100%;margin:8px 0 24px}th,td{border:1px solid #bbb;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#eee;white-space:nowrap}
.done{text-decoration:line-through;color:#595959}.section{font-weight:bold;background:#f4f4f4}.amount{text-align:right;white-space:nowrap}.input{min-width:8em}
.error{background:#f8d7da}.warning{background:#fff3cd}.info{background:#e7f1fb}@media print{body{margin:0}h1{break-before:auto}tr{break-inside:avoid}@page{size:A4 landscape;margin:12mm}}`;

const SHADED = new Set<DraftStyle>(["error", "warning", "info", "done", "section", "amount", "input"]);

/** Sheets as one page that stands by itself: no script, nothing from outside. Everything is escaped. */
export function sheetsHtml(title: string, sheets: readonly SheetDraft[]): string {
  const name = escapeHtml(title);
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${name}</title><style>${LOOK}</style></head><body>\n${sheets.map(section).join("\n")}\n</body></html>\n`;
}

function section(draft: SheetDraft): string {
  const above: string[] = [];
  const table: string[] = [];
  const width = Math.max(...draft.rows.map(({ cells }) => cells.length), 1);
  for (const line of sheetLines(draft)) {
    if (line.kind === "title") above.push(`<h1>${escapeHtml(line.text)}</h1>`);
    else if (line.kind === "row") table.push(`<tr>${line.cells.map((cell) => cellHtml(cell, line.heading)).join("")}</tr>`);
    else if (table.length === 0) above.push(`<p${shade(line.style)}>${escapeHtml(line.text)}</p>`);
    else table.push(`<tr><td colspan="${String(width)}"${shade(line.style)}>${escapeHtml(line.text)}</td></tr>`);
  }
  if (table.length > 0) above.push(`<table>${table.join("\n")}</table>`);
  return `<section>${above.join("\n")}</section>`;
}

const shade = (style: DraftStyle): string => (SHADED.has(style) ? ` class="${style}"` : "");

function cellHtml(cell: DraftCell, heading: boolean): string {
  const tag = heading ? "th" : "td";
  return `<${tag}${shade(cell.style)}>${escapeHtml(cellText(cell))}</${tag}>`;
}
