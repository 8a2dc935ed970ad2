/** Tells other tabs of this browser which file is open here, and hears of theirs. */
export interface OtherTabs {
  /** This file is open here from now on; `onOther` is called when it is, or comes to be, open in another tab too. */
  readonly opened: (key: string, onOther: () => void) => void;
}

interface Message {
  readonly key: string;
  readonly answer: boolean;
}

export function otherTabs(): OtherTabs {
  if (typeof BroadcastChannel === "undefined") return { opened: () => undefined };
  const channel = new BroadcastChannel("budget-workbench");
  let open: { readonly key: string; readonly onOther: () => void } | null = null;
  const say = (message: Message): void => channel.postMessage(message);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (open?.key !== data.key) return;
    open.onOther();
    if (!data.answer) say({ key: data.key, answer: true });
  };
  return {
    opened: (key, onOther) => {
      open = { key, onOther };
      say({ key, answer: false });
    },
  };
}
