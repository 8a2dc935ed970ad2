import { Button, ProgressBar } from "@fluentui/react-components";
import { useMemo, type JSX } from "react";
import { OFFICE_STATES, type Desk } from "../../desk/desk";
import { STATE_WORDS, summaryWords } from "../../render/desk-words";
import { Fold } from "../parts/fold";
import { NoticeLine } from "../parts/notice-line";
import { ProblemBar } from "../parts/problem-bar";
import "../styles/desk.css";
import { useDesk, useDeskState } from "./context";
import { deskIn } from "./desk-in";
import { ManyButtons } from "./many-buttons";
import { OfficeTable } from "./office-table";
import { officesShown } from "./order";

/** 审核台: many offices at once, what is common to them, and each of them a press away. */
export function DeskPage(): JSX.Element {
  const files = useDeskState((state) => state.files);
  const proofs = useDeskState((state) => state.proofs);
  const filter = useDeskState((state) => state.filter);
  const sort = useDeskState((state) => state.sort);
  const desk = useMemo(() => deskIn({ files, proofs }), [files, proofs]);
  const shown = useMemo(() => officesShown(desk, filter, sort), [desk, filter, sort]);
  return (
    <main className="offices" aria-label="审核台">
      <Head desk={desk} />
      <ProblemBar />
      <Common desk={desk} />
      <Tools shown={shown.length} all={desk.offices.length} />
      <OfficeTable desk={desk} shown={shown} />
      <NoticeLine />
    </main>
  );
}

function Head({ desk }: { desk: Desk }): JSX.Element {
  const { commands } = useDesk();
  const stage = useDeskState((state) => state.stage);
  const others = useDeskState((state) => state.others);
  const isEmpty = desk.offices.length === 0;
  return (
    <header className="offices-head">
      <div>
        <h1>审核台</h1>
        <p role="status">{isEmpty ? "正在读取…" : summaryWords(desk)}</p>
        {others > 0 && <p className="hint">另有 {others} 个文件不是工作簿或报告，没有读。</p>}
        <Progress />
      </div>
      <div className="buttons">
        <ManyButtons />
        <Button size="small" disabled={isEmpty} onClick={() => void commands.save("xlsx")}>
          保存为 Excel
        </Button>
        <Button size="small" disabled={isEmpty} onClick={() => void commands.save("html")}>
          保存为网页
        </Button>
        {(stage === "checking" || stage === "pairing") && (
          <Button size="small" onClick={commands.stop}>
            停止
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={commands.close}>
          关闭审核台
        </Button>
      </div>
    </header>
  );
}

function Progress(): JSX.Element | null {
  const stage = useDeskState((state) => state.stage);
  const all = useDeskState((state) => state.files.length);
  const done = useDeskState((state) => state.files.reduce((count, file) => count + (file ? 1 : 0), 0));
  if (stage === "stopped")
    return (
      <p className="stale">
        已停止：{all} 个文件读了 {done} 个，其余的没有核对。
      </p>
    );
  if (stage === "pairing") return <p className="hint">正在把报告和它的工作簿对照…</p>;
  if (stage === "done") return null;
  return (
    <div className="offices-progress">
      <ProgressBar value={all === 0 ? 0 : done / all} aria-label="正在核对" />
      <span>
        {done} / {all}
      </span>
    </div>
  );
}

/** What many offices have alike is said once: most likely the form itself is wrong. */
function Common({ desk: { common } }: { desk: Desk }): JSX.Element | null {
  if (common.length === 0) return null;
  return (
    <Fold className="offices-common" title={<span className="fold-title">许多单位共同的问题 {common.length} 处</span>}>
      <ul>
        {common.map(({ id, message }, index) => (
          <li key={`${id} ${String(index)}`}>{message}</li>
        ))}
      </ul>
    </Fold>
  );
}

function Tools({ shown, all }: { shown: number; all: number }): JSX.Element {
  const { store } = useDesk();
  const filter = useDeskState((state) => state.filter);
  return (
    <div className="offices-tools">
      <label>
        找单位{" "}
        <input type="search" value={filter.words} onChange={(event) => store.set({ filter: { ...filter, words: event.target.value } })} />
      </label>
      <label>
        结论{" "}
        <select
          value={filter.state ?? ""}
          onChange={(event) =>
            store.set({ filter: { ...filter, state: OFFICE_STATES.find((state) => state === event.target.value) ?? null } })
          }
        >
          <option value="">全部</option>
          {OFFICE_STATES.map((state) => (
            <option key={state} value={state}>
              {STATE_WORDS[state]}
            </option>
          ))}
        </select>
      </label>
      {shown < all && (
        <span className="about-line">
          显示 {shown} 个，共 {all} 个
        </span>
      )}
    </div>
  );
}
