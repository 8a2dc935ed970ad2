import type { JSX } from "react";
import { inputSheetKeys, inputSheetNames, type InputSheetKey } from "../../../inputs/conventions";
import { usePaneState } from "../../pane-context";
import { CellLink } from "../../parts/cell-link";

const about: Readonly<Record<InputSheetKey, string>> = {
  basics: "单位名称、年度、下属单位数",
  priors: "上年预算数和增减原因",
  texts: "支出用途、委托业务费用途、结转说明",
  projects: "政策依据、承担单位、资金分配、执行时间",
  others: "政府采购、国有资产、预算绩效",
};

/** The five sheets and what each is for; those that are there can be gone to. */
export function SheetLinks(): JSX.Element {
  const workbook = usePaneState((state) => state.workbook);
  const there = new Set(workbook?.sheets.map((sheet) => sheet.name));
  return (
    <section className="card" aria-labelledby="input-sheets">
      <h2 id="input-sheets">五张填报表</h2>
      <ul className="plain-list todo-list">
        {inputSheetKeys.map((key) => {
          const name = inputSheetNames[key];
          return (
            <li key={key} className="sheet-line">
              {there.has(name) ? <CellLink cells={[{ sheet: name, row: 0, column: 0 }]}>{name}</CellLink> : <span>{name}</span>}
              <span className="hint">{about[key]}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
