import type { Ledger } from "../ledger";
import { figuresOf } from "../read/figures";
import type { Line } from "../text/lines";
import { listMark } from "../text/list-mark";

/** Below a table: what its names mean, and nothing of this budget. */
const NOTE = /^(?:注|备注|说明)：/;

/** More than a heading or a name. */
export const SENTENCE = /[。；：，]/;

/** What every department has to speak of (docs/rules.md E). */
const THREE_PUBLIC = "“三公”经费";
const REQUIRED: readonly (readonly [RegExp, string])[] = [
  [/三公/, THREE_PUBLIC],
  [/政府采购/, "政府采购"],
  [
    /国有资产(?!(?:占用|占有|使用|信息|管理|情况|资产){0,4}(?:情况)?(?:说明)?。)|(?<!购置)车辆|(?<!购置)(?:大型|专用|通用)?设备|固定资产/,
    "国有资产占用使用",
  ],
  [/绩效(?!工资|奖)/, "预算绩效"],
];
const OPERATING: readonly [RegExp, string] = [/机关运行|运行经费/, "机关运行经费"];
const ADMINISTRATION = "行政运行";
/** 单价50万元以上的设备1台, which stands behind how many cars there are. */
const DEVICES = /(?:单价|单位价值|价值)[^，。；]{0,30}设备[^，。；]{0,6}\d+台/;
const VEHICLES = /(?:车辆|用车|汽车)[^。；]{0,12}(?:\d+[辆台]|无|没有)|(?:无|没有)(?:公务)?(?:车辆|用车)/;
/** A passage need not. */
const WHOLE = 8;
const FEW = 4;

/** 八、重点项目预算绩效目标情况, over what is told of them in sentences with figures. */
const isHeading = ({ text }: Line): boolean => listMark({ text }) !== null && !SENTENCE.test(text);
const isOver = (line: Line | undefined): boolean => line !== undefined && SENTENCE.test(line.text) && figuresOf(line).length > 0;

/** `whole`: what belongs to a whole text, of which nobody knows otherwise without tables whether it is one. */
export function judgeRequired(ledger: Ledger, body: readonly Line[], whole: boolean): void {
  const lines = body.filter(({ kind }) => kind !== "row");
  const last = lines.at(-1);
  const said = lines.filter(({ text }) => SENTENCE.test(text) && !NOTE.test(text));
  const counted = said.filter((line) => figuresOf(line).some(({ unit }) => unit === "amount")).length;
  if (!last || counted < (whole ? FEW : WHOLE)) return;
  const isOffice = ledger.book.recognised.tables.get("general")?.rows.some(({ kind, name }) => kind === "item" && name === ADMINISTRATION);
  const told = [...said, ...lines.filter((line, at) => isHeading(line) && isOver(lines[at + 1]))];
  const { withWorkbook } = ledger.book;
  const isWhole = whole && isOfBudget(told);
  if (withWorkbook ? ledger.book.recognised.tables.has("threePublic") : isWhole) judgeThree(ledger, lines);
  const lacking = (isOffice === true ? [...REQUIRED, OPERATING] : REQUIRED).filter(([words]) => !told.some(({ text }) => words.test(text)));
  if (said.some(({ text }) => DEVICES.test(text)) && !said.some(({ text }) => VEHICLES.test(text)))
    ledger.lacks(said.find(({ text }) => DEVICES.test(text)) ?? last, {
      severity: "info",
      message: "说了设备有几台，没有说车辆有几辆。",
      advice: "请看是不是漏了一句；没有车辆的，写明没有。",
    });
  if (!withWorkbook && !isWhole) return;
  const [, , ...others] = lacking;
  if (!withWorkbook && others.length > 0) {
    ledger.lacks(last, {
      severity: "info",
      message: `情况说明里没有说到${lacking.map(([, what]) => what).join("、")}。`,
      advice: ADVICE,
    });
    return;
  }
  for (const [words, what] of lacking) {
    // Below its own heading, where that still stands.
    const heading = lines.find(({ text }) => words.test(text));
    // In some places “三公”经费 is published by itself: neither tables nor text have it.
    const apart = what === THREE_PUBLIC && !ledger.book.recognised.tables.has("threePublic");
    if (apart && !withWorkbook) continue;
    ledger.lacks(heading ?? last, {
      ...(!withWorkbook && { severity: "info" as const }),
      ...(apart && { severity: "info" as const }),
      message: `情况说明里没有说到${what}。`,
      advice: ADVICE,
    });
  }
}

/** A notice of “三公”经费 alone has its terms as well. */
const isOfBudget = (told: readonly Line[]): boolean => [/三公/, WHOLE_BUDGET].every((words) => told.some(({ text }) => words.test(text)));

/** The three of “三公”经费, and what cars are bought and run for, each with its amount or said not to be. */
function judgeThree(ledger: Ledger, lines: readonly Line[]): void {
  const says = (words: RegExp): boolean => lines.some(({ text }) => words.test(text));
  const lacking = THREE.filter(([words]) => !says(words));
  const [only] = lacking;
  const last = [...lines].reverse().find(({ text }) => THREE.some(([words]) => words.test(text)));
  const [, bought] = only ?? (says(BOTH) && says(RUN) && !says(BOUGHT) ? CARS_BOUGHT : []);
  if (last && lacking.length === 0) judgeCars(ledger, lines);
  const total = lacking.length === THREE.length ? lines.find(({ text }) => THREE_IN_ALL.test(text)) : undefined;
  if (total && !ledger.isLacking(total.index))
    ledger.lacks(total, {
      severity: "info",
      message: "只写了“三公”经费的合计，没有分开说因公出国（境）费、公务接待费、公务用车购置及运行费各是多少。",
      advice: "请看是不是漏了一句；没有的，写明没有。",
    });
  if (!last || bought === undefined || lacking.length > 1) return;
  if (ledger.isLacking(last.index)) return;
  ledger.lacks(last, {
    severity: "info",
    message: `“三公”经费的其他几项都说到了，没有说到${bought}。`,
    advice: "请看是不是漏了一句；没有的，写明没有。",
  });
}
/** 公务用车购置及运行维护费9.00万元, and nowhere how much of it cars are bought for and how much they are run for. */
function judgeCars(ledger: Ledger, lines: readonly Line[]): void {
  const both = lines.find(({ text }) => BOTH_TOLD.test(text));
  if (!both || lines.some(({ text }) => RUN.test(text) || CAR_BOUGHT.test(text)) || ledger.isLacking(both.index)) return;
  ledger.lacks(both, {
    severity: "info",
    message: "公务用车购置及运行维护费没有分开说购置费多少、运行维护费多少。",
    advice: "请看是不是漏了一句；没有购置的，写明没有。",
  });
}
const THREE_IN_ALL = /三公[”"]?经费[^，。；\d]{0,20}[1-9][\d,]{0,12}(?:\.\d{1,6})?万?元/;
const CAR_BOUGHT = /(?:用车|公车|车辆)购置(?![及和])|购[置买][^，。；]{0,6}(?:用车|车辆)|购置费(?![及和])/;
const BOTH_TOLD = /(?:公务用车|公车)购置[及和]运(?:行|行维护|维)(?:经费|费)?[^，。；\d]{0,20}[1-9][\d,]{0,12}(?:\.\d{1,6})?万?元/;
const THREE: readonly (readonly [RegExp, string])[] = [
  [/因公出国/, "因公出国（境）费"],
  [/公务接待/, "公务接待费"],
  [/公务用车|公车/, "公务用车购置及运行费"],
];
/** The two together, and what they are run for by itself. */
const BOTH = /(?:公务用车|公车)购置[及和]/;
const RUN = /(?<!购置[及和])(?:公务用车|公车)运行(?:维护)?费[^，。；：]{0,12}\d/;
const BOUGHT = /购置(?![及和])/;
const CARS_BOUGHT = [null, "公务用车购置费"] as const;
const WHOLE_BUDGET = /(?:收入|支出|收支)(?:总)?(?:预算|总计)|基本支出/;
const ADVICE = "部门预算要说明“三公”经费、机关运行经费、政府采购、国有资产和预算绩效；没有的，写明没有。";
