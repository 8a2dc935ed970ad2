import { Button } from "@fluentui/react-components";
import { useState, type JSX } from "react";
import type { Desk, OfficeRow } from "../../desk/desk";
import { Fold } from "../parts/fold";
import { useDesk, useDeskState } from "./context";

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf("/") + 1);

/** Whether a file lies in a folder below that of another. */
const isBelow = (file: string, other: string): boolean => file.startsWith(folderOf(other)) && folderOf(file) !== folderOf(other);

/**
 * Which of the desk's workbooks are an office's units, to be added up: offered to departments, and to whatever has files in
 * folders below its own. Ticked are those below it; where there are none, the 单位 beside it.
 */
export function UnitsChoice({ office, desk }: { office: OfficeRow; desk: Desk }): JSX.Element | null {
  const { commands } = useDesk();
  const isBusy = useDeskState((state) => state.stage !== "done" && state.stage !== "stopped");
  const own = office.workbook;
  const others = desk.offices.flatMap(({ workbook, year, name }) =>
    workbook && workbook !== own && workbook.state === "checked" && year === office.year ? [{ file: workbook.file, name, workbook }] : [],
  );
  const below = others.filter(({ file }) => isBelow(file, own?.file ?? ""));
  const beside = others.filter(({ file, workbook }) => workbook.organisationKind === "单位" && file.startsWith(folderOf(own?.file ?? "")));
  const usual = below.length > 0 ? below : beside;
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null);
  if (own?.state !== "checked" || others.length === 0 || (own.organisationKind !== "部门" && below.length === 0)) return null;
  const chosen = ticked ?? new Set(usual.map(({ file }) => file));
  const tick = (file: string, isTicked: boolean): void => {
    const files = new Set(chosen);
    if (isTicked) files.add(file);
    else files.delete(file);
    setTicked(files);
  };
  return (
    <Fold title={<span className="fold-title">与所属单位之和核对</span>} className="offices-units">
      <div className="offices-unit-list">
        {others.map(({ file, name }) => (
          <label key={file}>
            <input type="checkbox" checked={chosen.has(file)} onChange={(event) => tick(file, event.target.checked)} /> {name}
          </label>
        ))}
      </div>
      <div className="buttons">
        <Button size="small" onClick={() => setTicked(new Set(others.map(({ file }) => file)))}>
          全选
        </Button>
        <Button size="small" onClick={() => setTicked(new Set())}>
          全不选
        </Button>
        <Button
          size="small"
          disabled={isBusy || chosen.size === 0}
          onClick={() =>
            void commands.units(
              own.file,
              others.map(({ file }) => file).filter((file) => chosen.has(file)),
            )
          }
        >
          加总核对（{chosen.size} 个单位）
        </Button>
      </div>
    </Fold>
  );
}
