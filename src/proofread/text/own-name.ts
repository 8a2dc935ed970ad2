import { canon } from "../../text/canon";
import { commonest, endsLikeOrganisation } from "../../workbook/organisation";
import type { Line } from "./lines";

/** 关于某某2026年…, 编制部门：某某, 某某2026年…: where a text says whose it is. */
const HEADED = /关于(\p{sc=Han}(?:\p{sc=Han}|[（）]){1,38}?)(?:部门|单位)?20[1-4]\d年/u;
const TABLE_HEAD = /^(?:编制|填报|公开|预算)?(?:部门|单位)(?:名称)?：([^：\t\d]{3,50}?)(?:(?:金额)?单位：.*)?$/;
const SUBJECT =
  /^(\p{sc=Han}{3,40}?(?:（\p{sc=Han}{1,10}）)?)(?:部门|单位)?20[1-4]\d年(?:度)?(?:所有|收支|收入|支出|预算|部门|单位|财政拨款|一般公共|没有|委托业务费|上年结转|政府采购|年初|的?机关运行|"三公")/u;
const BEHIND_YEAR =
  /^20[1-4]\d年(?:度)?，?(\p{sc=Han}{3,40}?)(?:（部门）|（单位）|部门|单位)?(?:(?:收入|支出)预算|所有收入|政府采购预算|委托业务费|面向中小|下属)/u;
/** 我校, 本部门, 全系统: nobody's name. */
const NO_NAME = /^[我本全各]/;
/** What may stand behind a name and leaves it the same one. */
const OWN_ENDING = /(?:（(?:本级|机关|汇总)）|本级|部门|单位)$/;

/** So often a text names itself where it is its own name, and the workbook's so much more rarely. */
const OFTEN = 2;
const RARELY = 8;

/** A name that a text has for itself from end to end, and how often both stand in it. */
export interface OwnName {
  readonly name: string;
  readonly times: number;
  /** How often the workbook's stands in it. */
  readonly others: number;
  /** The first place. */
  readonly line: Line;
  readonly start: number;
}

/** The name that sentences and headings give the text's own organisation, where it is not `organisation`; null where it is, or is not certain. */
export function otherNameThroughout(lines: readonly Line[], organisation: string): OwnName | null {
  const own = canon(organisation);
  const said = lines.flatMap((line) => namedBy(line) ?? []);
  const name = commonest(said);
  if (name === null || own === "" || said.filter((one) => one === name).length < OFTEN || bare(name) === bare(own)) return null;
  const places = lines.flatMap((line) => placesOf(line, name, own));
  const prose = places.filter(({ line }) => line.kind !== "row" && !TABLE_HEAD.test(line.text));
  const times = (which: string, of = places): number => of.filter(({ said: one }) => one === which).length;
  // Heads of tables may be those of the workbook over another's sentences; where no sentence names anybody, they alone do.
  const deciding = prose.length > 0 ? prose : places;
  const [first] = places.filter(({ said: one }) => one === name);
  if (!first || times(name, deciding) < OFTEN || times(own, deciding) * RARELY > times(name, deciding)) return null;
  return { name, times: times(name), others: times(own), line: first.line, start: first.start };
}

function namedBy({ text, kind }: Line): string | null {
  if (kind === "row") return null;
  const found = HEADED.exec(text)?.[1] ?? TABLE_HEAD.exec(text)?.[1] ?? SUBJECT.exec(text)?.[1] ?? BEHIND_YEAR.exec(text)?.[1];
  return found === undefined || NO_NAME.test(found) || !endsLikeOrganisation(found.replaceAll("（", "(").replaceAll("）", ")"))
    ? null
    : found;
}

/** Where either of two names stands, of which one may hold the other. */
function placesOf(
  line: Line,
  one: string,
  other: string,
): readonly { readonly line: Line; readonly start: number; readonly said: string }[] {
  const names = [one, other].sort((a, b) => b.length - a.length);
  const found: { line: Line; start: number; said: string }[] = [];
  let from = 0;
  for (;;) {
    const at = names.map((said) => ({ said, start: line.text.indexOf(said, from) })).filter(({ start }) => start >= 0);
    const [next] = at.sort((a, b) => a.start - b.start || b.said.length - a.said.length);
    if (!next) return found;
    found.push({ line, ...next });
    from = next.start + next.said.length;
  }
}

const bare = (name: string): string => name.replace(OWN_ENDING, "");
