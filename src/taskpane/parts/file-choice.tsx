import { Button } from "@fluentui/react-components";
import { useRef, type JSX } from "react";

interface Given {
  readonly label: string;
  /** What the chooser offers. */
  readonly accept: string;
  readonly file: File | null;
  readonly onChoose: (file: File | null) => void;
}

/** One file to be chosen, with its name and a way to leave it out again. */
export function FileChoice({ label, accept, file, onChoose }: Given): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="file-choice">
      <Button size="small" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <span className="file-name">{file?.name ?? "未选"}</span>
      {file && (
        <Button size="small" appearance="subtle" aria-label={`不用“${file.name}”`} onClick={() => onChoose(null)}>
          不用
        </Button>
      )}
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
    </div>
  );
}
