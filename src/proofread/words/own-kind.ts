import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import type { Place } from "../text/sections";

const OWN = /(?:本|(?<=收入和支出[均都]?纳入))(部门|单位)/g;
/** Headings that say of what kind the organisation is count with the sentences. */
const HEADED = /^(?:第[一二三四]部分)?(?:\d{4}年)?(?:度)?(部门|单位)(?:概况|预算公开表|预算情况说明|整体绩效目标表)$/;
/** So many times as often the other word stands where one is a slip. */
const CONSISTENT = 3;

/** 本单位, 纳入单位预算管理 in a department's text that says 本部门 everywhere else, and the other way round. A person's own words may speak of either. */
export function judgeOwnKind(ledger: Ledger, lines: readonly Line[], places: readonly Place[]): void {
  const prose = lines.filter(({ kind }, index) => kind !== "row" && places[index]?.part === 3);
  const said = prose.flatMap((line) =>
    [...line.text.matchAll(OWN)].map(({ 0: words, index, 1: kind = "" }) => {
      const end = index + words.length;
      return { kind, at: { line, start: end - kind.length, end } };
    }),
  );
  const headed = lines.flatMap(({ text, kind }) => (kind === "row" ? [] : (HEADED.exec(text)?.[1] ?? [])));
  const times = (of: string): number => said.filter(({ kind }) => kind === of).length + headed.filter((kind) => kind === of).length;
  const right = times("部门") > times("单位") ? "部门" : "单位";
  const wrong = right === "部门" ? "单位" : "部门";
  if (ledger.book.withWorkbook && ledger.book.recognised.organisationKind !== right) return;
  if (times(wrong) === 0 || times(right) < times(wrong) * CONSISTENT) return;
  // Where it is the headings that say so, the sentence may be the locality's own.
  const sure = said.filter(({ kind }) => kind === right).length >= times(wrong) * CONSISTENT;
  for (const { kind, at } of said)
    if (kind === wrong && !ledger.isFree(at) && !ledger.isFaulted(at))
      ledger.fault({
        id: "S03",
        category: "name",
        severity: sure ? "warning" : "info",
        at,
        message: `别处都写“${right}”，这里写“${wrong}”。`,
        expected: right,
        replaces: true,
        why: "部门和单位的文种用词应当一致",
      });
}
