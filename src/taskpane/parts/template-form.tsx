import { Button, Input } from "@fluentui/react-components";
import { useEffect, useState, type JSX } from "react";
import type { BlankForms } from "../../book/blank-workbook";
import { useCommands, usePaneState } from "../pane-context";
import { Choice } from "./choice";

const kinds = [
  { value: "部门", word: "部门" },
  { value: "单位", word: "单位" },
] as const;

/** Which blank template is wanted: year, kind, whose tables and how many. */
export function TemplateForm(): JSX.Element {
  const { openTemplate, templateForms } = useCommands();
  const holdsWorkbook = usePaneState((state) => state.around.holdsWorkbook);
  const busy = usePaneState((state) => state.work !== null);
  const [year, setYear] = useState(() => String(new Date().getFullYear()));
  const [kind, setKind] = useState<"部门" | "单位">("部门");
  const [forms, setForms] = useState<readonly BlankForms[]>([]);
  const [family, setFamily] = useState("");
  const [wanted, setTables] = useState(0);
  useEffect(() => void templateForms().then(setForms), [templateForms]);
  const form = forms.find((one) => one.family.id === family) ?? forms[0];
  const tables = form?.tables.includes(wanted) === true ? wanted : (form?.tables[0] ?? 0);
  const valid = /^20\d\d$/.test(year);
  return (
    <>
      <p className="hint">公开表的表头和合计公式，加五张填报表{holdsWorkbook ? "，放进当前工作簿" : ""}。</p>
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
    </>
  );
}
