import { Button } from "@fluentui/react-components";
import { useState, type JSX } from "react";
import type { CellRef } from "../../../amount/cell-ref";
import { changeIn, isOpen, openIn, type FormEntry, type FormGroup } from "../../../inputs/form";
import type { CitedSentence } from "../../../narrative/cited";
import { useCommands, usePaneState } from "../../pane-context";
import { CitedList } from "../../parts/cited-list";
import { Fold } from "../../parts/fold";
import { differenceWords, figureWords } from "../../../checks/figure-words";
import { AnswerField } from "./answer-field";

/** 逐项填写: everything that is to be filled in, beside the figures it is about. What is written goes into the 填报 sheets. */
export function InputsForm(): JSX.Element | null {
  const { openForm } = useCommands();
  const form = usePaneState((state) => state.form);
  const busy = usePaneState((state) => state.work !== null);
  if (!form)
    return (
      <section className="card" aria-labelledby="form-title">
        <h2 id="form-title">逐项填写</h2>
        <p className="hint">在这里逐项填，写进填报表；每项旁边有本年数，没有理由的排在前面，按回车到下一项。</p>
        <div className="buttons">
          <Button appearance="primary" size="small" disabled={busy} onClick={() => void openForm()}>
            开始填写
          </Button>
        </div>
      </section>
    );
  const open = form.reduce((sum, group) => sum + openOf(group), 0);
  return (
    <section className="card form" aria-labelledby="form-title">
      <h2 id="form-title">逐项填写</h2>
      {form.length === 0 ? (
        <p className="hint">填报表里还没有要填的行。请先点“新建或补齐填报表”，再点“重新读取”。</p>
      ) : (
        <p role="status">{open === 0 ? "都已填好，可以到“说明”生成说明。" : `还有 ${String(open)} 项要填`}</p>
      )}
      <div className="buttons">
        <Button size="small" disabled={busy} onClick={() => void openForm()}>
          重新读取
        </Button>
      </div>
      {form.map((group) => (
        <Fold key={group.title} open={openOf(group) > 0} title={<GroupTitle group={group} />}>
          {group.entries.map((entry) => (
            <Entry key={entry.fields.map(({ cell }) => `${cell.sheet}${String(cell.row)}`).join()} entry={entry} />
          ))}
        </Fold>
      ))}
    </section>
  );
}

const openOf = ({ entries }: FormGroup): number => entries.reduce((sum, entry) => sum + openIn(entry), 0);

function GroupTitle({ group }: { group: FormGroup }): JSX.Element {
  const open = openOf(group);
  return (
    <>
      <span className="fold-title">{group.title}</span>
      <span className="about-line">{open === 0 ? "已填好" : `待填 ${String(open)}`}</span>
    </>
  );
}

function Entry({ entry }: { entry: FormEntry }): JSX.Element {
  const change = changeIn(entry);
  return (
    <div className="form-entry" role="group" aria-label={entry.title}>
      <div className="form-about">
        <b>{entry.title}</b>
        {entry.current !== null && (
          <span className="figures">
            本年 {figureWords(entry.current)}
            {change && (change.isZero() ? "，与上年相同" : `，比上年${differenceWords(change.toFixed(2))}`)}
          </span>
        )}
      </div>
      {entry.fields.map((field) => (
        <AnswerField
          key={`${field.cell.sheet}!${String(field.cell.row)},${String(field.cell.column)}`}
          field={field}
          about={entry.title}
          figure={entry.current ?? ""}
          open={isOpen(entry, field)}
        />
      ))}
      <Preview cells={entry.fields.map(({ cell }) => cell)} about={entry.title} />
    </div>
  );
}

/** A look at the sentence as it will read, from what stands in the sheets now. */
function Preview({ cells, about }: { cells: readonly CellRef[]; about: string }): JSX.Element {
  const { previewOf } = useCommands();
  const busy = usePaneState((state) => state.work !== null);
  const [sentences, setSentences] = useState<readonly CitedSentence[] | null>(null);
  return (
    <div className="preview">
      <Button
        size="small"
        appearance="subtle"
        disabled={busy}
        aria-label={`看这句话：${about}`}
        onClick={() => void previewOf(cells).then(setSentences)}
      >
        看这句话
      </Button>
      <div role="status">
        {sentences !== null &&
          (sentences.length === 0 ? <p className="hint">说明里没有用到这一项。</p> : <CitedList sentences={sentences} cells={cells} />)}
      </div>
    </div>
  );
}
