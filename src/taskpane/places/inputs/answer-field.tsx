import { useRef, useState, type JSX, type KeyboardEvent } from "react";
import type { FormField } from "../../../inputs/form";
import { useCommands } from "../../pane-context";
import { useDraft } from "../../parts/use-draft";

interface Given {
  readonly field: FormField;
  /** What it is about: 行政运行. */
  readonly about: string;
  /** The figure it explains: words about another are others. */
  readonly figure: string;
  readonly open: boolean;
}

/**
 * One thing to fill in. Enter writes it and goes to the next; leaving it writes it too. What cannot be written stays in its box, and
 * what is being typed on this machine.
 */
export function AnswerField({ field, about, figure, open }: Given): JSX.Element {
  const { fillIn } = useCommands();
  const [text, setText, settle] = useDraft(`填报 ${about} ${figure} ${field.label} ${field.text}`, field.text);
  const [problem, setProblem] = useState<string | null>(null);
  const label = useRef<HTMLLabelElement>(null);
  /** What was last handed over: Enter writes, and leaving the box right after it has nothing more to write. */
  const handedOver = useRef<string | null>(null);
  const write = async (confirming: boolean): Promise<void> => {
    const words = text.trim();
    if (words === (handedOver.current ?? field.text) && !(confirming && field.proposed && handedOver.current === null)) {
      if (handedOver.current === null) settle();
      return;
    }
    handedOver.current = words;
    const refused = await fillIn(field, words);
    handedOver.current = null;
    if (refused === null) settle();
    setProblem(refused);
  };
  const press = (event: KeyboardEvent): void => {
    // In Chinese, Enter also ends the choice of a word.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void write(true);
    goToNext(label.current);
  };
  const unit = field.unit === "" ? "" : `（${field.unit}）`;
  const shared = {
    className: "answer",
    "aria-label": `${about}：${field.label}${unit}`,
    "aria-invalid": problem !== null,
    "data-answer": "",
    value: text,
    onChange: (event: { readonly target: { readonly value: string } }) => setText(event.target.value),
    onBlur: () => void write(false),
    onKeyDown: press,
  };
  return (
    <label ref={label} className={`form-field${open ? " form-open" : ""}`}>
      <span className="form-label">
        {field.label}
        {unit}
        {field.proposed && <em className="badge">上年的话，改好或按回车确认</em>}
      </span>
      {field.kind !== "text" ? (
        <input {...shared} inputMode={field.kind === "amount" ? "decimal" : "text"} />
      ) : (
        <textarea {...shared} rows={field.text.length > 40 ? 3 : 2} />
      )}
      {problem !== null && (
        <span className="doubt" role="alert">
          {problem}
        </span>
      )}
    </label>
  );
}

/** The next box of the form that is to be seen. */
function goToNext(label: HTMLElement | null): void {
  const boxes = [...(label?.closest(".form")?.querySelectorAll<HTMLElement>("[data-answer]") ?? [])].filter(
    (one) => one.offsetParent !== null,
  );
  const here = boxes.findIndex((one) => label?.contains(one));
  boxes[here + 1]?.focus();
}
