import { CheckmarkCircle16Filled, Circle16Regular, CircleHalfFill16Regular, ErrorCircle16Filled } from "@fluentui/react-icons";
import type { JSX } from "react";
import { useCommands, usePaneState } from "../pane-context";
import type { Rung } from "../store/ladder";
import { useLadder } from "./use-ladder";

const marks = {
  done: CheckmarkCircle16Filled,
  wrong: ErrorCircle16Filled,
  open: CircleHalfFill16Regular,
  waiting: Circle16Regular,
} as const;

/** 公开表 · 填报 · 说明 · 校对, each with how it stands; pressed, it goes there. */
export function LadderStrip(): JSX.Element | null {
  const { show } = useCommands();
  const place = usePaneState((state) => state.place);
  const begun = usePaneState((state) => state.analysis !== null || state.narrative !== null);
  const rungs = useLadder();
  if (!begun) return null;
  return (
    <nav className="ladder" aria-label="公开进度">
      <ol>
        {rungs.map((rung) => (
          <Step key={rung.word} rung={rung} here={rung.place === place} onGo={() => show(rung.place)} />
        ))}
      </ol>
    </nav>
  );
}

function Step({ rung: { word, words, state, next }, here, onGo }: { rung: Rung; here: boolean; onGo: () => void }): JSX.Element {
  const Mark = marks[state];
  return (
    <li>
      <button type="button" className={`rung rung-${state}`} aria-current={here ? "step" : undefined} title={next} onClick={onGo}>
        <Mark aria-hidden />
        <span className="rung-word">{word}</span>
        <span className="rung-words">{words}</span>
      </button>
    </li>
  );
}
