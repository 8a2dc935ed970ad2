/** docs/terms.md: the terms that a whole report explains, with what each explanation rests on. */
import { terms } from "../../src/templates/terms/terms";

const INTRODUCTION = `# 名词解释

本页由程序生成（\`npm run docs\`）。整份报告的“名词解释”只印文字和公开表里用到的名词，用不到的不印；解释是软件自己的话，依据列在后面，请对照当地的规定修改。怎样得到整份报告，见[使用说明](manual.md#整份报告)。

## 名词

| 名词 | 解释 | 依据 |
| --- | --- | --- |
`;

export function termsPage(): string {
  return `${INTRODUCTION}${terms.map(({ name, means, ground }) => `| ${name} | ${means} | ${ground} |\n`).join("")}`;
}
