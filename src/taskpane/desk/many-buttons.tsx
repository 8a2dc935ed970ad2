import { Button, type ButtonProps } from "@fluentui/react-components";
import { useRef, type JSX } from "react";
import { filesChosen } from "./gather";
import { useDesk } from "./context";
import type { NamedFile } from "./task";

/** Chooses a folder, or many files, to be checked at once. */
export function ManyButtons({ size = "small" }: Pick<ButtonProps, "size">): JSX.Element {
  const { commands } = useDesk();
  return (
    <>
      <FilesButton size={size} words="选择文件夹" label="选择放有各单位文件的文件夹" folder onChoose={commands.start} />
      <FilesButton size={size} words="选择多个文件" label="选择多个单位的文件" onChoose={commands.start} />
    </>
  );
}

interface Given {
  readonly size?: ButtonProps["size"];
  readonly words: string;
  readonly label: string;
  /** A whole folder rather than files. */
  readonly folder?: boolean;
  readonly accept?: string;
  readonly disabled?: boolean;
  readonly onChoose: (given: readonly NamedFile[]) => void;
}

/** A button that lets many files of this machine be chosen. */
export function FilesButton({ size = "small", words, label, folder = false, accept, disabled = false, onChoose }: Given): JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size={size} disabled={disabled} onClick={() => input.current?.click()}>
        {words}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        {...(accept !== undefined && { accept })}
        // Known to browsers, not to React's types.
        {...(folder && ({ webkitdirectory: "" } as Record<string, string>))}
        onChange={(event) => {
          const { files } = event.target;
          if (files && files.length > 0) onChoose(filesChosen(files));
          event.target.value = "";
        }}
      />
    </>
  );
}
