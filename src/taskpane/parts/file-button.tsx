import { Button, type ButtonProps } from "@fluentui/react-components";
import { useRef, type JSX } from "react";

/** Workbooks of every kind that is read, and finished texts. */
export const WORKBOOKS = ".xlsx,.xlsm,.xls,.ods,.et";
export const TEXTS = ".docx,.pdf,.html,.htm,.txt";

interface Given extends Pick<ButtonProps, "size" | "appearance"> {
  readonly words: string;
  /** What the chooser is called; the button's words where nothing is given. */
  readonly label?: string;
  /** What the chooser offers. */
  readonly accept: string;
  readonly onChoose: (file: File) => void;
}

/** A button that lets a file of this machine be chosen; the same file may be chosen again. */
export function FileButton({ words, label = words, accept, onChoose, size = "small", appearance = "secondary" }: Given): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size={size} appearance={appearance} onClick={() => input.current?.click()}>
        {words}
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          event.target.value = "";
          if (chosen) onChoose(chosen);
        }}
      />
    </>
  );
}
