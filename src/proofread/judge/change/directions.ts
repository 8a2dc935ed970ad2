import type { CellRef } from "../../../amount/cell-ref";
import { quoted, seeCells, type Ledger } from "../../ledger";
import { spanText, type Span } from "../../text/lines";
import { opposite } from "../../words/opposite";
import { isChoice, wayOf, wordAt, type StatedChange } from "./stated";

/** The words for the direction at 增减额 and at 增减幅度 against the way it went. */
export function judgeDirections(
  ledger: Ledger,
  what: string,
  stated: StatedChange,
  down: boolean,
  working: string,
  cells: readonly CellRef[],
  unchanged: boolean,
): void {
  // 减少0万元，下降0%: only where the tables tell whose sentences they are is it known how these say that nothing changed.
  const [one, other] = [stated.direction, stated.growth].map((span) => span && !isChoice(span) && wayOf(spanText(span)));
  if (unchanged && !ledger.book.withWorkbook && (one ?? other) === "down" && (other ?? one) === "down") return;
  for (const [span, [up, lower]] of [
    [stated.direction, ["增加", "减少"]],
    [stated.growth, ["增长", "下降"]],
  ] as const) {
    if (!span || isChoice(span)) continue;
    const says = wayOf(spanText(span));
    if (says === (down ? "down" : "up") || (unchanged && says === "up")) continue;
    const at = says === null ? span : wordAt(span);
    // 增加减少: which of the two was meant is not known, and is told by itself.
    if (says !== null && isBeside(at, opposite(spanText(at)))) continue;
    // 增加10% is turned into 减少10% where offices choose their words.
    const turned = ledger.freely && says !== null ? opposite(spanText(at)) : "";
    const right = turned !== "" ? turned : down ? lower : up;
    ledger.fault({
      id: "B00",
      category: "direction",
      severity: unchanged && says !== null ? "warning" : "error",
      at,
      message:
        says === null
          ? `${what}：${quoted(span)}不是增减的方向词，应为“${right}”。`
          : `${what}：写的是“${spanText(at)}”，应为“${right}”。${working}${seeCells(cells)}。`,
      expected: right,
      replaces: true,
      formula: working,
      cells,
    });
  }
}

const isBeside = ({ line, start, end }: Span, word: string): boolean =>
  word !== "" && (line.text.startsWith(word, end) || line.text.startsWith(word, start - word.length));
