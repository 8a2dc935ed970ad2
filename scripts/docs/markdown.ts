import { readFileSync } from "node:fs";
import path from "node:path";
import { Marked, Renderer, type Tokens } from "marked";
import { helpPages } from "./pages";

/** A heading of the second level, for the page's own contents. */
export interface Heading {
  readonly id: string;
  readonly html: string;
}

export interface Rendered {
  readonly body: string;
  readonly headings: readonly Heading[];
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as HTML shows it, in an attribute too. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter);

/** An anchor by the heading's words, as code hosts make it, so that links work in the Markdown and on the page alike. */
export const anchorOf = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").trim().replace(/\s/g, "-");

/** The only markup that a document may hold itself: a named place. Its two ends may come one at a time. */
const PLACE = /^(?:<a id="[\w-]+">|<\/a>|<a id="[\w-]+"><\/a>)\s*$/;

/** Where a link of the documents leads on the help pages; null where the help has nothing (other files, other sites). */
export function helpAddress(address: string): string | null {
  if (address.startsWith("#")) return address;
  const [, file = "", anchor = ""] = /^(?:\.\/)?([\w-]+\.md)(#.*)?$/.exec(address) ?? [];
  const page = helpPages.find(({ source }) => path.basename(source) === file);
  return page ? page.file + anchor : null;
}

/** Screenshots are taken at twice their size; the page reserves their room. */
const DENSITY = 2;
const PICTURE = /^screenshots\/([\w-]+\.png)$/;

function picture(address: string, alt: string, caption: string | null): string {
  const name = PICTURE.exec(address)?.[1];
  if (name === undefined) return escapeHtml(alt);
  const bytes = readFileSync(path.join("docs/screenshots", name));
  const [width, height] = [16, 20].map((place) => Math.round(bytes.readUInt32BE(place) / DENSITY));
  const size = `width="${String(width)}" height="${String(height)}"`;
  return `<span class="shot"><img src="../screenshots/${name}" alt="${escapeHtml(alt)}" ${size} loading="lazy">${caption ? `<span class="caption">${escapeHtml(caption)}</span>` : ""}</span>`;
}

/** Markdown as HTML that holds no markup of the document's own, no script, and nothing from elsewhere. */
export function renderMarkdown(markdown: string): Rendered {
  const headings: Heading[] = [];
  const marked = new Marked({ gfm: true, async: false });
  marked.use({
    renderer: {
      html: ({ text }: Tokens.HTML | Tokens.Tag) => (PLACE.test(text) ? text.trim() : /^<!--[\s\S]*-->\s*$/.test(text) ? "" : escapeHtml(text)),
      heading({ tokens, depth, text }: Tokens.Heading) {
        const id = anchorOf(text.replace(/[`*]/g, ""));
        const html = this.parser.parseInline(tokens);
        if (depth === 2) headings.push({ id, html });
        return `<h${String(depth)} id="${escapeHtml(id)}">${html}</h${String(depth)}>\n`;
      },
      link({ href, tokens }: Tokens.Link) {
        const inner = this.parser.parseInline(tokens);
        const address = helpAddress(href);
        return address === null ? inner : `<a href="${escapeHtml(address)}">${inner}</a>`;
      },
      image: ({ href, text, title }: Tokens.Image) => picture(href, text, title),
      table(token: Tokens.Table) {
        return `<div class="table" tabindex="0" role="group" aria-label="表格">${Renderer.prototype.table.call(this, token)}</div>\n`;
      },
    },
  });
  const body = marked.parse(markdown, { async: false });
  // A named place needs no paragraph around it.
  return { body: body.replace(/<p>(<a id="[\w-]+"><\/a>)\s*<\/p>/g, "$1").trim(), headings };
}
