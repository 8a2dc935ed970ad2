import type { JSX } from "react";
import { usePaneState } from "../../pane-context";
import { CreateCard } from "./create-card";
import { FillReport } from "./fill-report";
import { InputsForm } from "./form";
import { LastYearCard } from "./last-year-card";
import { SheetLinks } from "./sheet-links";

/** 填报: what the tables do not say is written on five sheets of the workbook; this place makes and fills them. */
export function InputsPlace(): JSX.Element {
  const name = usePaneState((state) => state.bookName);
  if (name === null)
    return (
      <div className="place">
        <section className="welcome">
          <h1>还没有打开工作簿</h1>
          <p>打开一份部门预算公开表后，在这里新建填报表。</p>
        </section>
      </div>
    );
  return (
    <div className="place">
      <CreateCard />
      <LastYearCard />
      <FillReport />
      <InputsForm />
      <SheetLinks />
    </div>
  );
}
