import { mergedDecisions, type Decision, type Judgement } from "./decisions";

/** What a file of decisions is called. */
export const DECISIONS_FILE = "审核意见.json";

const KIND = "预算公开审核意见";
/** No key, reason or message is as long: what is longer was not written here. */
const LONGEST = 20_000;

/** The decisions as a file that can be handed on, one a line. */
export const decisionsText = (decisions: readonly Decision[]): string =>
  `{"kind":${JSON.stringify(KIND)},"decisions":[\n${decisions.map((decision) => JSON.stringify(decision)).join(",\n")}\n]}\n`;

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string" && value.length <= LONGEST;
const isJudgement = (value: unknown): value is Judgement => value === "accepted" || value === "rejected" || value === "withdrawn";

function decisionOf(value: unknown): Decision | null {
  if (!isObject(value)) return null;
  const { office, year, form, rule, key, figures, judgement, reason, by, at, over, about } = value;
  const texts = [form, rule, key, figures, reason, by, at, about];
  if (!texts.every(isText) || !isJudgement(judgement)) return null;
  if ((office !== null && !isText(office)) || (year !== null && typeof year !== "number")) return null;
  if (!Array.isArray(over) || !over.every((one) => typeof one === "string")) return null;
  const [f, r, k, g, s, b, a, m] = texts as readonly string[];
  const said = { form: f ?? "", rule: r ?? "", key: k ?? "", figures: g ?? "", reason: s ?? "", by: b ?? "", at: a ?? "", about: m ?? "" };
  return { office, year, ...said, judgement, over };
}

/** What a file of decisions holds; null where it is none, or was not written to its end. */
export function decisionsIn(text: string): readonly Decision[] | null {
  try {
    const value = JSON.parse(text.replace(/^\ufeff/, "")) as unknown;
    if (!isObject(value) || value["kind"] !== KIND || !Array.isArray(value["decisions"])) return null;
    const read = value["decisions"].map(decisionOf);
    const whole = read.filter((decision) => decision !== null);
    return whole.length === read.length ? mergedDecisions(whole) : null;
  } catch {
    return null;
  }
}
