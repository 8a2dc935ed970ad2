import type { JSX, ReactNode } from "react";
import { address, type CellRef } from "../../amount/cell-ref";
import { useCommands } from "../pane-context";

/** Goes to cells when pressed. Says where it leads. */
export function CellLink({
  cells,
  children,
  className = "cell-link",
}: {
  cells: readonly CellRef[];
  children?: ReactNode;
  className?: string;
}): JSX.Element {
  const { goTo } = useCommands();
  const [first] = cells;
  const where = first ? `${first.sheet}!${address(first)}` : "";
  return (
    <button type="button" className={className} title={where === "" ? "" : `定位到 ${where}`} onClick={() => void goTo(cells)}>
      {children ?? where}
    </button>
  );
}
