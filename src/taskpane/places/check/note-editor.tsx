import { Button, Textarea } from "@fluentui/react-components";
import { useId, useState, type JSX } from "react";
import { figuresOf, type ReviewNote } from "../../../checks/notes";
import type { Finding } from "../../../checks/report";
import { draftOf } from "../../effects/drafts";
import { useCommands } from "../../pane-context";
import { useDraft } from "../../parts/use-draft";

/** 审核说明: why the finding is left as it is. */
export function NoteEditor({
  finding,
  note,
  lapsed,
}: {
  finding: Finding;
  note: ReviewNote | null;
  lapsed: ReviewNote | null;
}): JSX.Element {
  const { writeNote } = useCommands();
  const box = useId();
  const about = `审核说明 ${finding.key} ${figuresOf(finding)}`;
  const [text, setText, settle] = useDraft(about, (note ?? lapsed)?.text ?? "");
  // Words that were being written when the pane was closed are gone on with.
  const [editing, setEditing] = useState(() => draftOf(about) !== null);
  if (!editing && note)
    return (
      <div className="note">
        <p>
          <span className="key">审核说明</span>
          {note.text}
        </p>
        <Button size="small" appearance="subtle" onClick={() => setEditing(true)}>
          修改
        </Button>
      </div>
    );
  if (!editing)
    return (
      <div className="note">
        {lapsed && <p className="stale">这里的数字已经变了，原来的审核说明不再有效：{lapsed.text}</p>}
        <Button size="small" appearance="subtle" onClick={() => setEditing(true)}>
          写审核说明
        </Button>
      </div>
    );
  const save = (words: string): void => {
    setEditing(false);
    settle();
    void writeNote(finding, words);
  };
  const giveUp = (): void => {
    setEditing(false);
    setText((note ?? lapsed)?.text ?? "");
    settle();
  };
  return (
    <div className="note">
      <label className="key" htmlFor={box}>
        审核说明（为什么这样是对的；任何一个数变了即失效）
      </label>
      <Textarea id={box} value={text} resize="vertical" onChange={(_, data) => setText(data.value)} />
      <div className="buttons">
        <Button size="small" appearance="primary" onClick={() => save(text)}>
          保存
        </Button>
        <Button size="small" onClick={giveUp}>
          不改了
        </Button>
        {note && (
          <Button size="small" appearance="subtle" onClick={() => save("")}>
            删除
          </Button>
        )}
      </div>
    </div>
  );
}
