import { difference } from "../../text/edits";
import type { Ledger } from "../ledger";
import { type Line } from "../text/lines";
import { namedIn } from "./only-other";
import { clipped, slips } from "./scan";

/** Shorter names are one character from many. */
const SHORTEST = 6;
/** So often a text calls itself by its name, where that is one. */
const OFTEN = 2;
/** What tells offices of one kind from each other: 第一小学, 东城中学, 中医院. */
const TELLS_APART = /[一二三四五六七八九十\d东西南北中上下前后新老大小总分]/u;

/** Without a workbook: the name that a text has for itself, written once with a single slip. */
export function judgeSlippedOwnName(ledger: Ledger, lines: readonly Line[]): void {
  const text = lines.map((line) => line.text).join("\n");
  const times = (name: string): number => text.split(name).length - 1;
  const names = [...new Set(lines.flatMap(namedIn))].filter((name) => name.length >= SHORTEST && times(name) >= OFTEN);
  const [own] = names.sort((a, b) => times(b) - times(a));
  if (own === undefined) return;
  for (const line of lines) {
    if (line.kind === "row") continue;
    for (const { start, end } of slips(line.text, own)) {
      const said = line.text.slice(start, end);
      const at = { line, start, end };
      if (times(said) !== 1 || said.includes(own) || own.includes(said) || clipped(line, end, said, own) || ledger.isFaulted(at)) continue;
      const { start: from, endA, endB } = difference(said, own);
      if (TELLS_APART.test(said.slice(from, endA) + own.slice(from, endB))) continue;
      ledger.fault({
        id: "S03",
        category: "name",
        severity: "warning",
        at,
        message: `别处都写“${own}”，这里写“${said}”。`,
        advice: "请核对单位名称。",
      });
    }
  }
}
