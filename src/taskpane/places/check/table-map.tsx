import { useState, type JSX } from "react";
import type { Overview } from "../../engine/protocol";
import { Fold } from "../../parts/fold";
import { TableCard } from "./table-card";
import { TemplateChoice } from "./template-choice";

const words = { found: "已认出", doubtful: "请核对", missing: "没有找到" } as const;
const signs = { found: "✓", doubtful: "?", missing: "✕" } as const;

/** A small map of the workbook: its tables found, doubtful or missing; each can be looked into and settled. */
export function TableMap({ overview }: { overview: Overview }): JSX.Element {
  const count = (status: keyof typeof words): number => overview.tables.filter((table) => table.status === status).length;
  const open = count("missing") + count("doubtful") > 0;
  const [chosen, setChosen] = useState<number | null>(null);
  const table = overview.tables.find(({ number }) => number === chosen) ?? null;
  const summary = (["found", "doubtful", "missing"] as const)
    .filter((status) => count(status) > 0)
    .map((status) => `${words[status]} ${count(status)}`);
  return (
    <Fold
      className="map"
      open={open}
      title={
        <>
          <span className="fold-title">公开表</span>
          <span className="about-line">{summary.join(" · ")}</span>
        </>
      }
    >
      <div className="tiles" role="group" aria-label="各公开表的位置，点一张看详情">
        {overview.tables.map(({ number, status, title }) => (
          <button
            key={number}
            type="button"
            className={`tile tile-${status}`}
            aria-pressed={number === chosen}
            title={`${title}：${words[status]}`}
            onClick={() => setChosen(number === chosen ? null : number)}
          >
            <span>表{number}</span>
            <span aria-hidden>{signs[status]}</span>
            <span className="unseen">{words[status]}</span>
          </button>
        ))}
      </div>
      {table && <TableCard key={table.number} table={table} overview={overview} />}
      <TemplateChoice overview={overview} />
    </Fold>
  );
}
