import { TOTALS } from "../../narrative/paragraphs";
import { segmentsText } from "../../narrative/segments";
import { write } from "../../narrative/pattern/write";
import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import type { Held } from "./held";

/** 收支总预算…比上年增加5.00万元: what changed, and by how much. */
const CHANGED = /([^，。；]{0,40})(?:，?[与和同比较][^，。；]{2,14}相比)?，?[^，。；]{0,30}(?:增加|减少)了?[\d,.]+万元/;
const WHOLE = /(?:收支(?:总预算|预算|总计)|本年(?:预算)?(?:收入|支出)|收入(?:总)?预算|支出(?:总)?预算|总收入|总支出|财政拨款(?:预算)?支出)/;
/** Fewer sections make no custom. */
const LEAST = 3;

interface Part {
  readonly title: string;
  readonly last: Line;
  readonly text: string;
}

/** All sections but one say what changed since last year, at least two of them of their total: that one has it left out. */
export function tellUncompared(ledger: Ledger, held: Held): void {
  if (!ledger.freely) return;
  const parts = partsOf(ledger, held);
  const changed = parts.flatMap((part) => CHANGED.exec(part.text) ?? []);
  const silent = parts.filter(({ text }) => !CHANGED.test(text));
  const [only] = silent;
  if (!only || silent.length > 1 || parts.length <= LEAST || changed.filter((text) => WHOLE.test(text)).length < LEAST - 1) return;
  ledger.lacks(only.last, {
    message: `“${only.title}”没有说比上年增减多少，别的几节都说了。`,
    advice: "请看是不是漏了一段。",
  });
}

/** The sections whose totals are there, each with all that stands under its heading. */
function partsOf({ book }: Ledger, { expected, of, found, lines }: Held): readonly Part[] {
  const told = new Set(expected.flatMap(({ usual, section }, index) => (usual === TOTALS && (of[index] ?? -1) >= 0 ? [section] : [])));
  const begun = expected
    .flatMap(({ kind, section, pattern }, index) => {
      const line = found[of[index] ?? -1]?.line;
      return kind === "heading" && line ? [{ section, title: segmentsText(write(pattern, book.amounts)), at: lines.indexOf(line) }] : [];
    })
    .sort((a, b) => a.at - b.at);
  return begun.flatMap(({ section, title, at }, index) => {
    const own = lines.slice(at + 1, begun[index + 1]?.at);
    const last = own.at(-1);
    return told.has(section) && last
      ? [{ title: title.replace(/^[一二三四五六七八九十]+、/, ""), last, text: own.map(({ text }) => text).join("。") }]
      : [];
  });
}
