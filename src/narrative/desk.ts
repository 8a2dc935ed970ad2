import type { OrganisationKind, TableKey } from "../templates/define";
import { defaultSettings } from "../templates/xinjiang/narrative/settings";
import { normalise } from "../text/wording";
import type { Inputs } from "../inputs/read";
import type { Recognised, Table } from "../workbook/recognised";
import { Asks } from "./asks";
import { name, ORGANISATION, type Node, type Pattern } from "./pattern/node";
import { words } from "./say";
import type { Segment } from "./segments";
import type { NarrativeSettings } from "./settings";
import { tidy } from "./wording";

/** All that a narrative is written from, and the words every sentence uses. */
export interface Desk {
  readonly recognised: Recognised;
  readonly settings: NarrativeSettings;
  readonly asks: Asks;
  /** 库尔勒市人民政府办公室 */
  readonly organisation: Node;
  /** The organisation as the template says it; with 部门 behind it in 2023. */
  readonly name: Pattern;
  readonly year: Node;
  readonly lastYear: Node;
  /** The same two as words, for reasons that the tables give. */
  readonly years: { readonly current: readonly Segment[]; readonly last: readonly Segment[] };
  readonly kind: Node;
  /** 本部门 or 本单位 */
  readonly own: Node;
}

export function openDesk(recognised: Recognised, inputs: Inputs, changes: Partial<NarrativeSettings>): Desk {
  const kind = organisationKind(recognised, inputs);
  const settings = { ...defaultSettings(recognised.template.id, kind), ...changes };
  const asks = new Asks(inputs);
  const organisation = name(organisationName(recognised, asks), ORGANISATION);
  const { year } = recognised;
  const years = yearWords(year, asks);
  return {
    recognised,
    settings,
    asks,
    organisation,
    name: settings.nameSuffix === "kind" ? [organisation, words(kind)] : [organisation],
    year: { kind: "year", segments: years.current, year },
    lastYear: { kind: "year", segments: years.last, year: year === null ? null : year - 1 },
    years,
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
  const cells = [...recognised.tables.values()].flatMap(({ facts }) =>
    facts.organisation && facts.organisation.text === recognised.organisation ? [facts.organisation.cell] : [],
  );
  const first = cells[0];
  if (recognised.organisation === null) return asks.basicText("单位名称");
  const said = tidy(recognised.organisation);
  return [first ? { kind: "input", text: said, cells: [first] } : words(said)];
}

function yearWords(year: number | null, asks: Asks): Desk["years"] {
  if (year === null) return { current: asks.basicText("预算年度"), last: [words("上")] };
  return { current: [words(String(year))], last: [words(String(year - 1))] };
}

export function tableOf(desk: Desk, key: TableKey): Table | null {
  return desk.recognised.tables.get(key) ?? null;
}
