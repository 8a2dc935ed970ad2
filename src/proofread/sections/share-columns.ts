import { Exact } from "../../amount/exact";
import { share } from "../../amount/ratio";
import { judgeShare } from "../../amount/tolerance";
import { isRounded, workingOf } from "../amounts/shares";
import type { Ledger } from "../ledger";
import { cellsOf, numberIn } from "../read/cells";
import { spanText, type Line, type Span } from "../text/lines";

/** A row of a table in a text: its name, an amount, and what stands in the column of shares behind it. */
interface Shared {
  readonly amount: Exact;
  readonly at: Span;
  /** null where no percentage stands there. */
  readonly said: Exact | null;
}

const TOTAL = /^(?:合计|总计|总额)$/;
const PERCENT = /^(\d{1,3}(?:\.\d{1,4})?)%$/;
/** Digits that lost their sign, or got another: 4.9O%, 6.19‰. */
const LIKE_PERCENT = /^[\dOoIl][\dOoIl.,]*(?:%|‰|个?百分点)?$/;
const SHARE = /占比|比例|比重|占.{0,8}%|%/;
const LEAST = 2;

/** A table pasted into a text whose last column is each row's share of the row 合计: one that is not, or that is no percentage, is told. */
export function judgeShareColumns(ledger: Ledger, lines: readonly Line[]): void {
  let run: Line[] = [];
  for (const line of [...lines, null])
    if (line?.kind === "row") run.push(line);
    else {
      if (run.length > LEAST) judgeTable(ledger, run);
      run = [];
    }
}

function judgeTable(ledger: Ledger, rows: readonly Line[]): void {
  const [head, ...rest] = rows.map(cellsOf);
  const width = head?.length ?? 0;
  const last = head?.at(-1);
  if (width < 3 || !last || !SHARE.test(spanText(last))) return;
  const body = rest.filter((cells) => cells.length === width);
  const total = body.find(([name]) => name && TOTAL.test(spanText(name)));
  const whole = numberIn(total?.at(-2))?.value;
  if (!whole || whole.isZero()) return;
  const shared = body.flatMap((cells): readonly Shared[] => {
    const [amount, at] = [numberIn(cells.at(-2))?.value, cells.at(-1)];
    const said = PERCENT.exec(at ? spanText(at) : "")?.[1];
    return amount && at ? [{ amount, at, said: said === undefined ? null : Exact.parse(said) }] : [];
  });
  const isRight = ({ amount, said }: Shared): boolean => said !== null && judgeShare(amount, whole, said) !== "broken";
  const right = shared.filter(isRight);
  if (right.length < LEAST || right.length * 2 < shared.length) return;
  for (const one of shared.filter((other) => !isRight(other))) tell(ledger, one, whole);
}

function tell(ledger: Ledger, { amount, at, said }: Shared, whole: Exact): void {
  const right = share(amount, whole);
  if (!right || ledger.isFaulted(at) || (said === null && !LIKE_PERCENT.test(spanText(at)))) return;
  if (said !== null && isRounded(right, said)) return;
  ledger.fault({
    id: "B-占",
    category: "share",
    severity: "warning",
    at,
    message: said === null ? `这一列都是百分数，这里写${spanText(at)}。` : `${workingOf(amount, whole)}，这里写${spanText(at)}。`,
    left: said,
    right,
    advice: "请核对金额和占比，看是哪一个写错了。",
  });
}
