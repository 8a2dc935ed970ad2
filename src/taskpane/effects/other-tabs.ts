/** Tells other tabs of this browser which file is open here, and hears of theirs. */
export interface OtherTabs {
  /**
   * This file is open here from now on; `onOther` is called when it is, or comes to be, open in another tab too.
   * @param id of this opening of it, in all tabs.
   */
  readonly opened: (key: string, id: string, onOther: () => void) => void;
  /** The openings that other tabs have: what was kept of them is theirs. */
  readonly living: () => Promise<ReadonlySet<string>>;
}

type Message =
  | { readonly kind: "opened" | "too"; readonly key: string }
  | { readonly kind: "who" }
  | { readonly kind: "here"; readonly id: string };

/** A tab that lives answers in a few milliseconds; one that calculates, a little later. */
const ANSWERED_AFTER = 300;

export function otherTabs(): OtherTabs {
  if (typeof BroadcastChannel === "undefined") return { opened: () => undefined, living: () => Promise.resolve(new Set()) };
  const channel = new BroadcastChannel("budget-workbench");
  const others = new Set<string>();
  let open: { readonly key: string; readonly id: string; readonly onOther: () => void } | null = null;
  const say = (message: Message): void => channel.postMessage(message);
  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === "here") others.add(data.id);
    else if (open && data.kind === "who") say({ kind: "here", id: open.id });
    else if (open && data.kind !== "who" && open.key === data.key) {
      open.onOther();
      if (data.kind === "opened") say({ kind: "too", key: data.key });
    }
  };
  return {
    opened: (key, id, onOther) => {
      open = { key, id, onOther };
      say({ kind: "opened", key });
    },
    living: async () => {
      others.clear();
      say({ kind: "who" });
      await new Promise((resolve) => setTimeout(resolve, ANSWERED_AFTER));
      return new Set(others);
    },
  };
}
