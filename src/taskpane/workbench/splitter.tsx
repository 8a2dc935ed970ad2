import { useState, type JSX, type KeyboardEvent, type PointerEvent } from "react";
import { readLocal, writeLocal } from "../effects/local";

const KEY = "budget.paneWidth";
const NARROWEST = 300;
const SHEET_LEAST = 320;
const STEP = 24;

const within = (width: number): number => Math.round(Math.min(Math.max(width, NARROWEST), Math.max(NARROWEST, window.innerWidth - SHEET_LEAST)));

/** How wide the user wants the pane; null until they say so. Kept on this machine. */
export function usePaneWidth(): readonly [number | null, (width: number) => void] {
  const [width, setWidth] = useState<number | null>(() => {
    const kept = readLocal(KEY);
    return typeof kept === "number" ? within(kept) : null;
  });
  const change = (next: number): void => {
    setWidth(within(next));
    writeLocal(KEY, within(next));
  };
  return [width, change];
}

/** The line between sheet and pane: dragged, or moved with the arrows. */
export function Splitter({ width, onWidth }: { width: number | null; onWidth: (width: number) => void }): JSX.Element {
  const current = (target: Element): number => width ?? target.nextElementSibling?.getBoundingClientRect().width ?? NARROWEST;
  const move = (event: PointerEvent): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onWidth(window.innerWidth - event.clientX);
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onWidth(current(event.currentTarget) + step);
  };
  return (
    <div className="splitter" role="separator" tabIndex={0} aria-orientation="vertical" aria-label="窗格宽度：左右箭头调整" aria-valuenow={width ?? 0} aria-valuemin={NARROWEST} aria-valuemax={Math.max(NARROWEST, window.innerWidth - SHEET_LEAST)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)} onPointerMove={move} onKeyDown={press} />
  );
}
