import { Button, type ButtonProps } from "@fluentui/react-components";
import { useRef, type JSX } from "react";
import { filesChosen } from "./gather";
import { useDesk } from "./context";

/** Chooses a folder, or many files, to be checked at once. */
export function ManyButtons({ size = "small" }: Pick<ButtonProps, "size">): JSX.Element {
  return (
    <>
      <Choose size={size} words="选择文件夹" label="选择放有各单位文件的文件夹" folder />
      <Choose size={size} words="选择多个文件" label="选择多个单位的文件" />
    </>
  );
}

interface Given {
  readonly size: ButtonProps["size"];
  readonly words: string;
  readonly label: string;
  readonly folder?: boolean;
}

function Choose({ size, words, label, folder = false }: Given): JSX.Element {
  const { commands } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size={size ?? "small"} onClick={() => input.current?.click()}>
        {words}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        // Known to browsers, not to React's types.
        {...(folder && ({ webkitdirectory: "" } as Record<string, string>))}
        onChange={(event) => {
          const { files } = event.target;
          if (files && files.length > 0) commands.start(filesChosen(files));
          event.target.value = "";
        }}
      />
    </>
  );
}
