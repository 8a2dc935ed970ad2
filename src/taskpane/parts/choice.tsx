import { Select } from "@fluentui/react-components";
import type { JSX } from "react";

interface Given<T extends string | number> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly word: string }[];
  readonly onChoose: (value: T) => void;
}

/** A labelled list to choose one from. */
export function Choice<T extends string | number>({ label, value, options, onChoose }: Given<T>): JSX.Element {
  return (
    <label className="field">
      <span>{label}</span>
      <Select
        size="small"
        value={String(value)}
        onChange={(_, data) => {
          const chosen = options.find((option) => String(option.value) === data.value);
          if (chosen) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={String(option.value)} value={String(option.value)}>
            {option.word}
          </option>
        ))}
      </Select>
    </label>
  );
}
