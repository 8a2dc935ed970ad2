import type { OrganisationKind, TableKey } from "../templates/define";
import { normalise } from "../text/wording";
import type { Inputs } from "../inputs/read";
import type { Recognised, Table } from "../workbook/recognised";
import { Asks } from "./asks";
import { sayIn, words, type Say } from "./say";
import type { Segment } from "./segments";
import { defaultSettings, type NarrativeSettings } from "./settings";
import { tidy } from "./wording";

/** All that a narrative is written from, and the words every sentence uses. */
export interface Desk {
  readonly recognised: Recognised;
  readonly settings: NarrativeSettings;
  readonly asks: Asks;
  readonly say: Say;
  /** 库尔勒市人民政府办公室 */
  readonly organisation: readonly Segment[];
  /** The organisation as the template says it; with 部门 behind it in 2023. */
  readonly name: readonly Segment[];
  readonly year: readonly Segment[];
  readonly lastYear: readonly Segment[];
  readonly kind: Segment;
  /** 本部门 or 本单位 */
  readonly own: Segment;
}

export function openDesk(recognised: Recognised, inputs: Inputs, changes: Partial<NarrativeSettings>): Desk {
  const kind = organisationKind(recognised, inputs);
  const settings = { ...defaultSettings(recognised.template.id, kind), ...changes };
  const asks = new Asks(inputs);
  const organisation = organisationName(recognised, asks);
  return {
    recognised,
    settings,
    asks,
    say: sayIn(settings.amounts),
    organisation,
    name: settings.nameSuffix === "kind" ? [...organisation, words(kind)] : organisation,
    ...years(recognised, asks),
    kind: words(kind),
    own: words(`本${kind}`),
  };
}

/** As the user states it; else as the tables are headed. */
function organisationKind(recognised: Recognised, inputs: Inputs): OrganisationKind {
  const stated = normalise(inputs.basics.get("单位类型")?.text ?? "");
  return stated === "部门" || stated === "单位" ? stated : recognised.organisationKind;
}

function organisationName(recognised: Recognised, asks: Asks): readonly Segment[] {
  const stated = asks.inputs.basics.get("单位名称");
  if (stated && stated.text !== "") return asks.basicText("单位名称");
  const cells = [...recognised.tables.values()].flatMap(({ facts }) => (facts.organisation && facts.organisation.text === recognised.organisation ? [facts.organisation.cell] : []));
  const first = cells[0];
  if (recognised.organisation === null) return asks.basicText("单位名称");
  const name = tidy(recognised.organisation);
  return [first ? { kind: "input", text: name, cells: [first] } : words(name)];
}

function years(recognised: Recognised, asks: Asks): Pick<Desk, "year" | "lastYear"> {
  const { year } = recognised;
  if (year === null) return { year: asks.basicText("预算年度"), lastYear: [words("上")] };
  return { year: [words(String(year))], lastYear: [words(String(year - 1))] };
}

export function tableOf(desk: Desk, key: TableKey): Table | null {
  return desk.recognised.tables.get(key) ?? null;
}
