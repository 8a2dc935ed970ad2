import { Button, Input } from "@fluentui/react-components";
import { useEffect, useState, type JSX } from "react";
import type { BlankForms } from "../../book/blank-workbook";
import { afterPainting } from "../after-painting";
import { SAMPLE } from "../effects/samples";
import { useCommands, usePaneState } from "../pane-context";
import { Choice } from "./choice";
import { Fold } from "./fold";

const kinds = [
  { value: "部门", word: "部门" },
  { value: "单位", word: "单位" },
] as const;
/** The sample and the template, for those who have no workbook yet. */
export function StartOffers({ open = false }: { open?: boolean }): JSX.Element {
  const { openSample, openTemplate, templateForms } = useCommands();
  const host = usePaneState((state) => state.host);
  const busy = usePaneState((state) => state.work !== null);
  const [year, setYear] = useState(() => String(new Date().getFullYear()));
  const [kind, setKind] = useState<"部门" | "单位">("部门");
  const [forms, setForms] = useState<readonly BlankForms[]>([]);
  const [family, setFamily] = useState("");
  const [wanted, setTables] = useState(0);
  useEffect(() => void afterPainting().then(templateForms).then(setForms), [templateForms]);
  const form = forms.find((one) => one.family.id === family) ?? forms[0];
  const tables = form?.tables.includes(wanted) === true ? wanted : (form?.tables[0] ?? 0);
  const valid = /^20\d\d$/.test(year);
  return (
    <Fold className="offers" open={open} title="还没有公开表？新建空白模板">
      {host === "excel" && (
        <div className="buttons">
          <Button size="small" disabled={busy} onClick={() => void openSample(SAMPLE)}>
            先看示例
          </Button>
        </div>
      )}
      <p className="hint">公开表的表头和合计公式，加五张填报表{host === "excel" ? "，放进当前工作簿" : ""}。</p>
      <label className="field">
        <span>年度</span>
        <Input size="small" inputMode="numeric" value={year} onChange={(_, data) => setYear(data.value.trim())} />
      </label>
      {!valid && <p className="stale">年度请写四位数，如 2026。</p>}
      <Choice label="类型" value={kind} options={kinds} onChoose={setKind} />
      {form && (
        <>
          <Choice
            label="哪里的表"
            value={form.family.id}
            options={forms.map((one) => ({ value: one.family.id, word: one.family.name }))}
            onChoose={setFamily}
          />
          <Choice
            label="版式"
            value={tables}
            options={form.tables.map((count) => ({ value: count, word: `${String(count)}张表` }))}
            onChoose={setTables}
          />
        </>
      )}
      <div className="buttons">
        <Button
          size="small"
          disabled={busy || !valid || !form}
          onClick={() => form && void openTemplate({ year: Number(year), kind, tables, family: form.family.id })}
        >
          新建空白模板
        </Button>
      </div>
    </Fold>
  );
}
