import { useLayoutEffect, useRef, useState, type JSX, type KeyboardEvent, type PointerEvent } from "react";
import { readLocal, writeLocal } from "../effects/local";

const KEY = "budget.paneWidth";
const NARROWEST = 300;
const SHEET_LEAST = 320;
const STEP = 24;

const within = (width: number): number =>
  Math.round(Math.min(Math.max(width, NARROWEST), Math.max(NARROWEST, window.innerWidth - SHEET_LEAST)));

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

/** The width that an element has now, whoever gave it. */
function useWidthOf(find: () => Element | null | undefined): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const element = find();
    if (!element) return undefined;
    const watching = new ResizeObserver(() => setWidth(Math.round(element.getBoundingClientRect().width)));
    watching.observe(element);
    return () => watching.disconnect();
  }, [find]);
  return width;
}

/** The line between sheet and pane: dragged, or moved with the arrows. */
export function Splitter({ onWidth }: { onWidth: (width: number) => void }): JSX.Element {
  const line = useRef<HTMLDivElement>(null);
  const [pane] = useState(() => () => line.current?.parentElement?.nextElementSibling);
  const now = useWidthOf(pane) ?? NARROWEST;
  const move = (event: PointerEvent): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onWidth(window.innerWidth - event.clientX);
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onWidth(now + step);
  };
  return (
    <section className="splitter-place" aria-label="窗格宽度">
      <div
        ref={line}
        className="splitter"
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label="窗格宽度：左右箭头调整"
        aria-valuenow={now}
        aria-valuemin={Math.min(NARROWEST, now)}
        aria-valuemax={Math.max(NARROWEST, now, window.innerWidth - SHEET_LEAST)}
        aria-valuetext={`${String(now)} 像素`}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={move}
        onKeyDown={press}
      />
    </section>
  );
}
