import { Select } from "@fluentui/react-components";
import type { JSX } from "react";
import type { Choices } from "../../../workbook/recognised";
import type { Overview, TableOverview } from "../../engine/protocol";
import { useCommands, usePaneState } from "../../pane-context";
import { CellLink } from "../../parts/cell-link";

/** Where one table was found and why; the user can point at another sheet. */
export function TableCard({ table, overview }: { table: TableOverview; overview: Overview }): JSX.Element {
  const { choose } = useCommands();
  const choices = usePaneState((state) => state.choices);
  const point = (sheet: string): void => void choose(withSheet(choices, table, sheet));
  const chosen = choices.sheets?.[table.key] ?? "";
  return (
    <div className="table-card">
      <h3>
        {table.label} {table.title}
      </h3>
      {table.place ? (
        <p>
          在{" "}
          <CellLink cells={[table.place.cell]}>
            {table.place.sheet}!{table.place.range}
          </CellLink>
          {table.chosen && "（由您指定）"}
        </p>
      ) : (
        <p>没有找到这张表。若它在本工作簿中，请在下面指定。</p>
      )}
      {table.doubts.map((doubt) => (
        <p key={doubt} className="doubt">
          {doubt}
        </p>
      ))}
      {table.evidence.length > 0 && <p className="about-line">依据：{table.evidence.join("；")}</p>}
      <label className="field">
        <span>这张表在</span>
        <Select size="small" value={chosen} onChange={(_, data) => point(data.value)}>
          <option value="">自动识别</option>
          {overview.sheets.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </label>
    </div>
  );
}

function withSheet(choices: Choices, table: TableOverview, sheet: string): Choices {
  const others = Object.fromEntries(Object.entries(choices.sheets ?? {}).filter(([key]) => key !== table.key));
  return { ...choices, sheets: sheet === "" ? others : { ...others, [table.key]: sheet } };
}
