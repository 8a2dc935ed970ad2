import { canon } from "../../text/canon";
import type { Ledger } from "../ledger";
import { cellsOf } from "../read/cells";
import { spanText, type Line, type Span } from "../text/lines";

/** 示例局2026年工作计划: whose it is, of which year, and what. */
const BASIS = /^(\p{sc=Han}{0,40})(20\d\d)年度?(\p{sc=Han}{0,8}(?:计划|要点|安排|方案))$/u;
/** The plan of those above an organisation may be what its indicators follow. */
const ABOVE = /自治[区州]|地区|[省州]/;
/** So much of two names is alike where both are of one kind of organisation. */
const KIND = 3;

interface Basis {
  readonly at: Span;
  readonly whose: string;
  readonly year: string;
  readonly what: string;
}

/** What the indicators of a sheet are set by: the plan of this organisation and of this year, where another row has it so. */
export function judgeIndicatorBases(ledger: Ledger, table: readonly Line[]): void {
  const { organisation, year } = ledger.book;
  const bases = table.flatMap((line) => (line.kind === "row" ? cellsOf(line).flatMap((cell) => basisIn(cell) ?? []) : []));
  const own = canon(organisation ?? "");
  for (const basis of bases) {
    const others = bases.filter((one) => one !== basis && one.what === basis.what);
    if (ledger.isFaulted(basis.at)) continue;
    if (others.some((one) => one.whose === basis.whose && one.year === String(year)) && basis.year !== String(year))
      tell(ledger, basis, `写的是${basis.year}年的，别的指标都按${String(year)}年的`);
    else if (
      own !== "" &&
      basis.whose !== own &&
      basis.whose.slice(-KIND) === own.slice(-KIND) &&
      !own.endsWith(basis.whose) &&
      !ABOVE.test(basis.whose) &&
      others.some(({ whose }) => whose === own)
    )
      tell(ledger, basis, `写的是“${basis.whose}”的，别的指标都按“${own}”的`);
  }
}

function tell(ledger: Ledger, { at, what }: Basis, why: string): void {
  ledger.fault({
    id: "B-绩",
    category: "wording",
    severity: "warning",
    at,
    message: `指标的设定依据“${what}”${why}。`,
    advice: "请核对依据是不是抄错了。",
  });
}

function basisIn(at: Span): Basis | null {
  const [, whose = "", year, what] = BASIS.exec(spanText(at)) ?? [];
  return year === undefined || what === undefined ? null : { at, whose, year, what };
}
