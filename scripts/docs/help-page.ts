import { marked } from "marked";

const STYLE = `
:root { color-scheme: light dark; }
body { font: 15px/1.7 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif; max-width: 62em; margin: 0 auto; padding: 1em 1.2em 3em; }
h1 { font-size: 1.5em; } h2 { font-size: 1.2em; margin-top: 2em; border-bottom: 1px solid #8886; padding-bottom: .2em; }
table { border-collapse: collapse; width: 100%; margin: .8em 0; } th, td { border: 1px solid #8886; padding: .3em .6em; text-align: left; vertical-align: top; }
code { font-family: Consolas, "Courier New", monospace; overflow-wrap: anywhere; } a:target + h2 { background: #ffd54f55; }
`;

/** A page of the manual as a page of the offline help: one file, nothing fetched, light and dark. */
export function helpPage(markdown: string): string {
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? "帮助";
  const body = marked.parse(markdown, { async: false, gfm: true })
    // A heading is the target of its own link; without the paragraph around it the style can find the heading.
    .replace(/<p>(<a id="[\w-]+"><\/a>)<\/p>/g, "$1");
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:">
<title>${title} · 预算公开助手</title>
<style>${STYLE}</style>
</head>
<body>
${body.trim()}
</body>
</html>
`;
}
