/** What is put on the clipboard: for Word, and for everything else. */
export interface Rich {
  readonly html: string;
  readonly text: string;
}

/** The old command is the only way that works in a pane's frame without permission for the clipboard. */
interface WithCommands {
  execCommand(name: "copy"): boolean;
}

/** Copies during a press of a button. False when the browser refuses. */
export function copyNow({ html, text }: Rich): boolean {
  let taken = false;
  const fill = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    event.preventDefault();
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", text);
    taken = true;
  };
  document.addEventListener("copy", fill);
  try {
    return (document as unknown as WithCommands).execCommand("copy") && taken;
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", fill);
  }
}

/** Copies by the Clipboard API. False where it is not there or not allowed. */
export async function copyByApi({ html, text }: Rich): Promise<boolean> {
  try {
    const item = new ClipboardItem({
      "text/html": new Blob([html], { type: "text/html" }),
      "text/plain": new Blob([text], { type: "text/plain" }),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return false;
  }
}
