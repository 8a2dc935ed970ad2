/**
 * What is said of right workbooks that are strange: columns, rows, titles, units, whole families that nobody knows.
 * `node scripts/run.mjs bench/strangers.bench.ts [MOST OF A KIND A BOOK] [SEED] [FILE…]`: without files, the samples and,
 * where they are at hand, published workbooks of every family. Targets: no equation is said not to hold, no cell is
 * suspected, and what was not understood is named.
 */
import { checkWorkbook } from "../src/book/check";
import { met, strangersOf } from "../test/checks/stranger-cases";
import { booksOf, filesIn } from "./books";
import { fewOfEach, tell } from "./results";

const [most = "2", seed = "1", ...given] = process.argv.slice(2);
/** A workbook has tables enough for so many of a kind, one of each on a table. */
const A_TABLE = 6;

const KINDS: Readonly<Record<string, string>> = {
  "column renamed": "一列换了标题",
  "heading gone": "一列没有标题",
  "row nobody knows": "有一行谁也不认得",
  "row put between": "中间插进一行",
  "columns in another order": "列换了次序",
  "total under another name": "合计行换了名称",
  "total gone": "没有合计行",
  "title of nothing known": "表题谁也不认得",
  "title gone": "没有表题",
  "titles exchanged": "两张表的表题对调",
  "a unit nobody knows": "计量单位谁也不认得",
  "sheet gone": "缺一张表",
  "titles of another province": "用了别处的表题",
  "another province's table beside": "旁边多一张别处的表",
  "a family of its own words": "整套表用自己的叫法",
  "some words of its own": "有几个自己的叫法",
};

const books = await booksOf(given.length > 0 ? given : [...filesIn("samples"), ...filesIn("../shared/real")]);
const families = [...new Map(books.map(({ recognised }) => [recognised.template.family, recognised])).values()];

const all = books.flatMap(({ label, workbook, recognised }) => {
  const known = new Set(
    checkWorkbook(recognised)
      .findings.filter(({ verdict, severity }) => verdict === "broken" && severity === "error")
      .map(({ id }) => id),
  );
  const others = families.filter(({ template }) => template.family !== recognised.template.family);
  const strangers = strangersOf(label, workbook, others, Math.ceil(Number(most) / A_TABLE), Number(seed));
  const outcomes = fewOfEach(strangers, ({ kind }) => kind, Number(most)).map((stranger) => met(stranger, known));
  for (const { stranger, falseErrors, suspects, named } of outcomes) {
    if (falseErrors.length > 0 || (suspects > 0 && known.size === 0))
      console.log(`FALSE ${stranger.kind}: ${stranger.what}: ${String(suspects)} suspects: ${falseErrors[0]?.slice(0, 160) ?? ""}`);
    if (!named) console.log(`not named ${stranger.kind}: ${stranger.what}: ${stranger.marks.join()}`);
  }
  return outcomes;
});
const kinds = [...new Set(all.map(({ stranger }) => stranger.kind))];
tell("strangers", {
  title: "数都对、样子陌生的工作簿",
  columns: ["哪里陌生", "试了", "误报了错误的", "没有说出哪里不认得的", "平均仍执行的审核"],
  rows: kinds.map((kind) => {
    const own = all.filter(({ stranger }) => stranger.kind === kind);
    return [
      KINDS[kind] ?? kind,
      String(own.length),
      String(own.filter(({ falseErrors }) => falseErrors.length > 0).length),
      String(own.filter(({ named }) => !named).length),
      (own.reduce((sum, { judged }) => sum + judged, 0) / own.length).toFixed(0),
    ];
  }),
});
