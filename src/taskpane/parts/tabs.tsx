import type { JSX, KeyboardEvent } from "react";

interface Given<T extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: T; readonly word: string }[];
  readonly chosen: T;
  readonly onChoose: (id: T) => void;
}

/** A row of tabs: one stop for the Tab key, arrows between them. */
export function Tabs<T extends string>({ label, tabs, chosen, onChoose }: Given<T>): JSX.Element {
  const press = (event: KeyboardEvent<HTMLDivElement>): void => {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const to = { ArrowRight: (at + 1) % tabs.length, ArrowLeft: (at + tabs.length - 1) % tabs.length, Home: 0, End: tabs.length - 1 }[
      event.key
    ];
    const next = to === undefined ? undefined : tabs[to];
    if (!next) return;
    event.preventDefault();
    onChoose(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={label} onKeyDown={press}>
      {tabs.map(({ id, word }) => (
        <button
          key={id}
          id={`tab-${id}`}
          type="button"
          role="tab"
          className="tab"
          aria-selected={id === chosen}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {word}
        </button>
      ))}
    </div>
  );
}
