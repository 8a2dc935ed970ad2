import type { JSX, KeyboardEvent } from "react";
import { fullAddress } from "../../../amount/cell-ref";
import type { Segment } from "../../../narrative/segments";
import { useCommands } from "../../pane-context";

/**
 * Words as words; figures, inputs and gaps go to their cells. A button would not break over lines as text does, so it is
 * a span that behaves as a link.
 */
export function SegmentView({ segment, shown, onShow }: { segment: Segment; shown: boolean; onShow: () => void }): JSX.Element {
  const { goTo } = useCommands();
  if (segment.kind === "words") return <>{segment.text}</>;
  const cells = segment.kind === "todo" ? [segment.todo.cell] : segment.cells;
  const [first] = cells;
  const reachable = first !== undefined && (segment.kind !== "todo" || segment.todo.exists);
  if (!reachable) return <span className={`segment segment-${segment.kind}`}>{segment.text}</span>;
  const press = (): void => {
    onShow();
    void goTo(cells);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    press();
  };
  return (
    <span
      role="link"
      tabIndex={0}
      className={`segment segment-live segment-${segment.kind}${shown ? " segment-shown" : ""}`}
      title={fullAddress(first)}
      onClick={press}
      onKeyDown={key}
    >
      {segment.text}
    </span>
  );
}

/** How a figure came about, or where words come from. */
export function workingOf(segment: Segment): string {
  if (segment.kind === "figure") return segment.working;
  if (segment.kind === "todo") return segment.todo.message;
  const [first] = segment.kind === "input" ? segment.cells : [];
  return first ? `写在 ${fullAddress(first)}` : "";
}
