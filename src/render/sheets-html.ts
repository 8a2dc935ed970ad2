import type { DraftStyle, SheetDraft } from "../workbook/draft";
import { escapeHtml } from "./html";

const LOOK = `body{font:14px/1.6 "Microsoft YaHei","PingFang SC",sans-serif;margin:24px;color:#222}h1{font-size:20px;margin:24px 0 4px}p{margin:2px 0;color:#555}
table{border-collapse:collapse;width:100%;margin:8px 0 24px}th,td{border:1px solid #bbb;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#eee;white-space:nowrap}
.error{background:#f8d7da}.warning{background:#fff3cd}.info{background:#e7f1fb}@media print{body{margin:0}h1{break-before:auto}tr{break-inside:avoid}@page{size:A4 landscape;margin:12mm}}`;

const SHADED = new Set<DraftStyle>(["error", "warning", "info"]);

/** Sheets as one page that stands by itself: no script, nothing from outside. Everything is escaped. */
export function sheetsHtml(title: string, sheets: readonly SheetDraft[]): string {
  const name = escapeHtml(title);
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${name}</title><style>${LOOK}</style></head><body>\n${sheets.map(section).join("\n")}\n</body></html>\n`;
}

function section({ rows }: SheetDraft): string {
  const parts: string[] = [];
  const table: string[] = [];
  for (const { cells } of rows) {
    const [first] = cells;
    const text = escapeHtml(String(first?.value ?? ""));
    if (first?.style === "title") parts.push(`<h1>${text}</h1>`);
    else if (first?.style === "note") parts.push(`<p>${text}</p>`);
    else {
      const tag = first?.style === "heading" ? "th" : "td";
      table.push(
        `<tr>${cells.map(({ value, style }) => `<${tag}${SHADED.has(style) ? ` class="${style}"` : ""}>${escapeHtml(String(value ?? ""))}</${tag}>`).join("")}</tr>`,
      );
    }
  }
  if (table.length > 0) parts.push(`<table>${table.join("\n")}</table>`);
  return `<section>${parts.join("\n")}</section>`;
}
