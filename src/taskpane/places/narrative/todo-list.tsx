import type { JSX } from "react";
import { address } from "../../../amount/cell-ref";
import type { Narrative } from "../../../narrative/segments";
import { CellLink } from "../../parts/cell-link";
import { Fold } from "../../parts/fold";

/** 待填清单: what is missing, each going to its cell. */
export function TodoList({ narrative }: { narrative: Narrative }): JSX.Element {
  const missingSheets = narrative.todo.some((todo) => !todo.exists);
  return (
    <section className="card">
      <Fold
        open={narrative.todo.length <= 8}
        title={
          <>
            <span className="fold-title">待填清单</span>
            <span className="about-line">{narrative.todo.length} 处</span>
          </>
        }
      >
        {missingSheets && <p className="hint">填报表还没有建。到“填报”中点“新建填报表”，表中会预填能填的内容。</p>}
        <ul className="plain-list todo-list">
          {narrative.todo.map((todo) => (
            <li key={`${todo.cell.sheet}!${address(todo.cell)}`}>
              {todo.exists ? (
                <CellLink cells={[todo.cell]} className="todo">
                  {todo.message}
                </CellLink>
              ) : (
                <span className="todo">{todo.message}</span>
              )}
            </li>
          ))}
        </ul>
      </Fold>
    </section>
  );
}
