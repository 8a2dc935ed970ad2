import { CheckmarkCircle16Filled, ErrorCircle16Filled, Info16Regular, ArrowSyncOff16Regular, Warning16Filled } from "@fluentui/react-icons";
import type { JSX } from "react";
import { levelWords, type Level } from "../../checks/level";

const icons = {
  error: ErrorCircle16Filled,
  warning: Warning16Filled,
  info: Info16Regular,
  notRun: ArrowSyncOff16Regular,
  rounding: CheckmarkCircle16Filled,
} as const;

/** A level as a sign and a word: never by colour alone. */
export function LevelMark({ level, word = true }: { level: Level; word?: boolean }): JSX.Element {
  const Icon = icons[level];
  return (
    <span className={`level level-${level}`}>
      <Icon aria-hidden={word} {...(!word && { "aria-label": levelWords[level] })} />
      {word && <span>{levelWords[level]}</span>}
    </span>
  );
}
