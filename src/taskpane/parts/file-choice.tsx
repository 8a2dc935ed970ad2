import { Button } from "@fluentui/react-components";
import type { JSX } from "react";
import { FileButton } from "./file-button";

interface Given {
  readonly label: string;
  /** What the chooser offers. */
  readonly accept: string;
  readonly file: File | null;
  readonly onChoose: (file: File | null) => void;
}

/** One file to be chosen, with its name and a way to leave it out again. */
export function FileChoice({ label, accept, file, onChoose }: Given): JSX.Element {
  return (
    <div className="file-choice">
      <FileButton words={label} accept={accept} onChoose={onChoose} />
      <span className="file-name">{file?.name ?? "未选"}</span>
      {file && (
        <Button size="small" appearance="subtle" aria-label={`不用“${file.name}”`} onClick={() => onChoose(null)}>
          不用
        </Button>
      )}
    </div>
  );
}
