import { SearchBox } from "@fluentui/react-components";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type JSX, type RefObject } from "react";
import type { SettledNotes } from "../../../checks/notes";
import type { Finding } from "../../../checks/report";
import type { Overview } from "../../engine/protocol";
import { usePane, usePaneState } from "../../pane-context";
import { filterFindings, isAsked } from "../../store/filter";
import { findingLines, groupFindings } from "../../store/groups";
import { FindingRow } from "./finding-row";
import { GroupRow } from "./group-row";

interface Given {
  readonly findings: readonly Finding[];
  /** Those that nothing above explains: what is listed unless asked for more. */
  readonly unexplained: readonly Finding[];
  readonly overview: Overview;
  readonly notes: SettledNotes;
  readonly scroller: HTMLDivElement | null;
}

/** The findings by table; only what is in view is drawn. */
export function Findings({ findings, unexplained, overview, notes, scroller }: Given): JSX.Element | null {
  const { store } = usePane();
  const filter = usePaneState((state) => state.filter);
  const open = usePaneState((state) => state.openFinding);
  const asked = isAsked(filter);
  const shown = useMemo(() => filterFindings(asked ? findings : unexplained, filter), [asked, findings, unexplained, filter]);
  const lines = useMemo(() => findingLines(groupFindings(shown)), [shown]);
  const list = useRef<HTMLDivElement>(null);
  const offset = useOffset(list, scroller);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller,
    estimateSize: (index) => (lines[index]?.kind === "group" ? 34 : 76),
    getItemKey: (index) => lines[index]?.key ?? index,
    scrollMargin: offset,
    overscan: 6,
  });
  const openIndex = lines.findIndex((line) => line.kind === "finding" && line.key === open);
  // The virtualizer is the same object for the life of the list.
  useEffect(() => {
    if (openIndex >= 0) virtual.scrollToIndex(openIndex, { align: "auto" });
  }, [openIndex, virtual]);
  if (findings.length === 0) return null;
  if (shown.length === 0 && !asked)
    return (
      <p className="hint">{`没有${unexplained.length < findings.length ? "其他" : ""}需要处理的。要看全部的不符、提示和尾差，点上面的数。`}</p>
    );
  return (
    <section className="findings" aria-label="校验结果">
      <div className="findings-tools">
        <SearchBox
          size="small"
          className="search"
          placeholder="搜索表、科目、项目或金额"
          aria-label="搜索校验结果"
          value={filter.search}
          onChange={(_, data) => store.dispatch({ type: "filtered", filter: { search: data.value } })}
        />
        <span className="about-line" role="status">
          {shown.length === 0 ? "没有符合的结果" : `${shown.length} 条`}
        </span>
      </div>
      <div ref={list} className="virtual" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (!line) return null;
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className="virtual-item"
              style={{ transform: `translateY(${item.start - offset}px)` }}
            >
              {line.kind === "group" ? (
                <GroupRow line={line} overview={overview} />
              ) : (
                <FindingRow
                  finding={line.finding}
                  level={line.level}
                  open={line.key === open}
                  note={notes.standing.get(line.key) ?? null}
                  lapsed={notes.lapsed.get(line.key) ?? null}
                />
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** How far the list begins below the top of what scrolls; follows what stands above it. */
function useOffset(list: RefObject<HTMLDivElement | null>, scroller: HTMLDivElement | null): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const inner = list.current;
    if (!scroller || !inner) return undefined;
    const measure = (): void => setOffset(inner.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop);
    measure();
    const watch = new ResizeObserver(measure);
    for (const part of Array.from(scroller.children)) watch.observe(part);
    return () => watch.disconnect();
  }, [list, scroller]);
  return offset;
}
