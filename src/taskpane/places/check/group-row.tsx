import type { JSX } from "react";
import type { Overview } from "../../engine/protocol";
import { LevelMark } from "../../parts/level-mark";
import type { FindingLine } from "../../store/groups";

/** The head of one table's findings. */
export function GroupRow({ line, overview }: { line: Extract<FindingLine, { kind: "group" }>; overview: Overview }): JSX.Element {
  const title = overview.tables.find((table) => table.number === line.table)?.title ?? "";
  return (
    <h2 className="group-row">
      <LevelMark level={line.worst} word={false} />
      <span className="group-title">{line.table === null ? "全簿" : `表${line.table} ${title}`}</span>
      <span className="group-count">{line.count}</span>
    </h2>
  );
}
