import { Button } from "@fluentui/react-components";
import { useEffect, useRef, type JSX } from "react";
import { useCommands, usePaneState } from "../pane-context";

/** A question that work waits for. Escape gives its last answer. */
export function QuestionDialog(): JSX.Element | null {
  const question = usePaneState((state) => state.question);
  const { answer } = useCommands();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (question) dialog.current?.showModal();
  }, [question]);
  if (!question) return null;
  return (
    <dialog
      ref={dialog}
      className="question"
      aria-labelledby="question-title"
      onCancel={(event) => {
        event.preventDefault();
        answer(question.answers.at(-1)?.key ?? "");
      }}
    >
      <h2 id="question-title">{question.title}</h2>
      <p>{question.text}</p>
      <div className="buttons">
        {question.answers.map(({ key, words }, i) => (
          <Button key={key} appearance={i === 0 ? "primary" : "secondary"} onClick={() => answer(key)}>
            {words}
          </Button>
        ))}
      </div>
    </dialog>
  );
}
