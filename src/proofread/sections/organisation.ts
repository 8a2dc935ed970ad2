import type { ReportPattern } from "../../narrative/parts";
import type { Ledger } from "../ledger";
import type { Line } from "../text/lines";
import { readAbout } from "./about";
import { readBudgetUnits } from "./budget-units";
import { readStaffing } from "./staffing";

/** 第一部分: staffing, the units and their number (docs/rules.md B 第一部分). */
export function readPartOne(ledger: Ledger, lines: readonly Line[], report: ReportPattern): void {
  for (const line of lines) if (line.kind !== "row") readStaffing(ledger, line);
  staffingLeftOut(ledger, lines);
  unitsLeftOut(ledger, lines);
  dutiesCutOff(ledger, lines);
  readBudgetUnits(ledger, lines);
  readAbout(
    ledger,
    lines,
    report.parts.flatMap((part) => (part.kind === "about" ? part.passages.flatMap(({ said = [] }) => said) : [])),
  );
}

const PEOPLE = /^[一二三四五六]、.{0,12}人员(?:情况|构成)$/;
const COUNTED = /编制(?:人)?(?:数|名额)|编制(?:共)?\d|(?:行政|事业|人员|核定|工勤)编制|实有|在职|人员\d+(?:人|名)/;

/** 二、机构设置及人员情况 with nothing below of people. */
function staffingLeftOut(ledger: Ledger, lines: readonly Line[]): void {
  const heading = lines.findIndex(({ text, kind }) => kind !== "row" && PEOPLE.test(text));
  const line = lines[heading];
  if (!line || lines.slice(heading + 1).some(({ text }) => COUNTED.test(text))) return;
  ledger.lacks(line, {
    message: `标题是“${line.text}”，下面没有写人员情况（编制、在职、退休人数）。`,
    advice: "请补上；不写人员情况的，改标题。",
  });
}

/** The last duty before 二、机构设置 ends as one does that others follow. */
function dutiesCutOff(ledger: Ledger, lines: readonly Line[]): void {
  const duties = lines.slice(
    0,
    Math.max(
      0,
      lines.findIndex(({ text, kind }) => kind !== "row" && SET_UP.test(text)),
    ),
  );
  const [before, last] = duties.slice(-2);
  if (!before || last?.kind !== "prose" || !/[；，、]$/.test(last.text)) return;
  ledger.lacks(last, {
    severity: "info",
    message: `主要职能以“${last.text.slice(-1)}”结尾，后面像是漏了内容。`,
    advice: "请看是不是漏了最后一条；没有漏的，改成句号。",
  });
}

const SET_UP = /^[一二三四五六]、机构设置/;
/** Any word of what an organisation consists of. */
const CONSISTS = /预算单位|(?:下属|所属|直属|下设|内设|设有|设置)|科室|处室|股室|机构\d/;
const BELOW = /及下属(?:共)?\d+家预算单位/;
const RANGE = /预算编制范围的?(?:二级)?(?:预算)?单位包括/;

/** 二、机构设置 with nothing below of units and offices, or with one half of what is said of the units. */
function unitsLeftOut(ledger: Ledger, lines: readonly Line[]): void {
  const heading = lines.findIndex(({ text, kind }) => kind !== "row" && SET_UP.test(text));
  const line = lines[heading];
  if (!line) return;
  const below = lines.slice(heading + 1);
  const [built, range] = [BELOW, RANGE].map((words) => below.find(({ text }) => words.test(text)));
  if (!below.some(({ text }) => CONSISTS.test(text)))
    ledger.lacks(line, {
      message: `标题是“${line.text}”，下面没有写机构设置（下属预算单位、内设机构）。`,
      advice: "请补上；没有的，写明没有。",
    });
  else if (built && !range)
    ledger.lacks(built, {
      message: "写了有下属预算单位，没有写“纳入……预算编制范围的预算单位包括”哪些。",
      advice: "请补上这一句和单位名单。",
    });
  else if (range && !below.some(({ text }) => /预算单位构成|汇总预算|(?:下属|所属)/.test(text)))
    ledger.lacks(line, {
      message: "列了预算单位的名单，没有写预算由本级和下属几家单位构成。",
      advice: "请补上“从预算单位构成看”一句。",
    });
}
