import { readFileSync } from "node:fs";
import { escapeHtml, renderMarkdown } from "./markdown";
import { helpPages, type HelpPage } from "./pages";

/** Nothing is run and nothing is fetched but this site's pictures. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'";
const style = readFileSync("scripts/docs/help.css", "utf8");

/** A document of docs/ as a page of the offline help: one file, light and dark, on screen and on paper. */
export function helpPage(markdown: string, { file }: Pick<HelpPage, "file">): string {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? "帮助";
  const { body, headings } = renderMarkdown(markdown);
  const menu = helpPages.map((page) => `<a href="${page.file}"${page.file === file ? ' aria-current="page"' : ""}>${page.word}</a>`).join("\n");
  const contents = headings.map(({ id, html }) => `<li><a href="#${escapeHtml(id)}">${html}</a></li>`).join("\n");
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escapeHtml(title)} · 预算公开助手</title>
<link rel="icon" href="../assets/icon-32.png">
<style>
${style.trim()}
</style>
</head>
<body>
<header class="bar">
<strong>预算公开助手</strong>
<nav aria-label="帮助">
${menu}
</nav>
</header>
<div class="sheet">
<nav class="contents" aria-label="本页目录">
<ul>
${contents}
</ul>
</nav>
<main>
${body}
</main>
</div>
</body>
</html>
`;
}
