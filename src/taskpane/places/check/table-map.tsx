import { useCallback, useMemo, useState, type JSX } from "react";
import type { Finding } from "../../../checks/report";
import { statusWords, tableMapPicture, type MapTie } from "../../../pictures/table-map";
import type { Analysis, Overview } from "../../engine/protocol";
import { useCommands, usePane } from "../../pane-context";
import { Fold } from "../../parts/fold";
import { PictureView } from "../../parts/picture/picture-view";
import { levelOf } from "../../../checks/level";
import { tableMapOf, type TableMap as Map } from "../../store/table-map";
import { sideCells } from "./finding-row";
import { TableCard } from "./table-card";
import { TemplateChoice } from "./template-choice";
import { TieCard } from "./tie-card";

/** The map of the workbook: its tables found, doubtful or missing, and how they stand to one another. */
export function TableMap({ analysis }: { analysis: Analysis }): JSX.Element {
  const { overview } = analysis;
  const map = useMemo(() => tableMapOf(analysis), [analysis]);
  const [chosen, setChosen] = useState<string | null>(null);
  const open = useOpenFinding();
  const lay = useCallback((width: number) => tableMapPicture(map, mapTitle(overview), width, chosen), [map, overview, chosen]);
  const press = (key: string): void => {
    setChosen(key === chosen ? null : key);
    const [worst] = map.ties.find((tie) => tie.key === key)?.findings ?? [];
    if (worst && key !== chosen) open(worst);
  };
  return (
    <Fold
      className="map"
      open={overview.tables.some(({ status }) => status !== "found")}
      title={
        <>
          <span className="fold-title">公开表</span>
          <span className="about-line">{summaryOf(overview, map.ties)}</span>
        </>
      }
    >
      <p className="hint">弧线连着应当对得上的两张表。点一张表看它在哪里，点弧线上的记号看结果。</p>
      <PictureView lay={lay} onPress={press} isTitled />
      <Chosen chosen={chosen} map={map} overview={overview} onOpen={open} />
      <TemplateChoice overview={overview} />
    </Fold>
  );
}

const mapTitle = ({ organisation, year }: Overview): string =>
  `${organisation ?? ""}${year === null ? "" : `${String(year)}年`}公开表和表间勾稽`;

function summaryOf({ tables }: Overview, ties: readonly MapTie[]): string {
  const count = (status: keyof typeof statusWords): number => tables.filter((table) => table.status === status).length;
  const broken = ties.filter(({ state }) => state === "broken").length;
  return [
    ...(["found", "doubtful", "missing"] as const)
      .filter((status) => count(status) > 0)
      .map((status) => `${statusWords[status]} ${String(count(status))}`),
    ...(broken > 0 ? [`表间不符 ${String(broken)} 处`] : []),
  ].join(" · ");
}

interface ChosenGiven {
  readonly chosen: string | null;
  readonly map: Map;
  readonly overview: Overview;
  readonly onOpen: (finding: Finding) => void;
}

/** What was pressed: a table's place and what does not agree within it, or what was found along a line. */
function Chosen({ chosen, map, overview, onOpen }: ChosenGiven): JSX.Element | null {
  const place = overview.tables.findIndex((_, index) => chosen === `table ${String(index)}`);
  const table = overview.tables[place];
  if (table) {
    const within = map.within[place] ?? [];
    return (
      <>
        {within.length > 0 && (
          <TieCard title={`${table.label} 表内`} words={`不符 ${String(within.length)}`} findings={within} onOpen={onOpen} />
        )}
        <TableCard key={table.key} table={table} overview={overview} />
      </>
    );
  }
  const tie = map.ties.find(({ key }) => key === chosen);
  if (!tie) return null;
  const title = tie.between.map((index) => overview.tables[index]?.label ?? "").join(" 与 ");
  return <TieCard title={title} words={tie.words} findings={tie.findings} onOpen={onOpen} />;
}

/** Opens a finding in the list, whatever the list left out, and takes the keyboard and the sheet there. */
function useOpenFinding(): (finding: Finding) => void {
  const { store } = usePane();
  const { goTo } = useCommands();
  return useCallback(
    (finding) => {
      store.dispatch({ type: "filtered", filter: { levels: [levelOf(finding)], search: "" } });
      // The sheet takes the keyboard when it goes to a cell: the finding has it last.
      void goTo(sideCells(finding)).then(() => store.dispatch({ type: "unfolded", key: finding.key, land: true }));
    },
    [store, goTo],
  );
}
