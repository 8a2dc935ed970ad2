import type { Quantity } from "../../narrative/pattern/node";
import { seeCells, type Fault, type Ledger } from "../ledger";
import { spanText, type Span } from "../text/lines";
import { opposite } from "../words/opposite";

const UP = /^(?:增加|增长|上升|提高)$/;
const DOWN = /^(?:减少|下降|降低|压减)$/;
const FLAT = /^(?:持平|不变|未变)$/;

/** 财政拨款收入支出增加的主要原因: the one word that says which way something went, its figures said elsewhere (docs/rules.md B00). */
export function judgeWay(ledger: Ledger, at: Span, { id, what, comparison }: Quantity): void {
  const said = spanText(at);
  const says = UP.test(said) ? 1 : DOWN.test(said) ? -1 : FLAT.test(said) ? 0 : null;
  if (says === null) return;
  const change = comparison?.change;
  if (change?.amount.known) {
    const right = change.unchanged ? 0 : change.down === true ? -1 : 1;
    if (right === says) return;
    const expected = says * right === -1 ? opposite(said) : "";
    ledger.fault({
      id: "B00",
      category: "direction",
      severity: "error",
      at,
      message: `${what}：这里写“${said}”，按上年数是${WORDS[right]}${seeCells(change.amount.cells)}。`,
      ...(expected === "" ? {} : { expected, replaces: true }),
      cells: change.amount.cells,
    });
    return;
  }
  const before = ledger.changes.get(id);
  if (!before || Math.sign(before.change.sign()) === says) return;
  const fault: Fault = {
    id: "B00",
    category: "direction",
    severity: "error",
    at,
    message: `${what}：前面写“${spanText(before.at)}”，这里却说“${said}”。`,
    advice: "请对照上年预算数，看是哪一处写反了。",
  };
  ledger.ways.push({ fault, before });
}

const WORDS = { [-1]: "减少", 0: "持平", 1: "增加" } as const;
