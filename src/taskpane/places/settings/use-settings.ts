import { useCommands, usePaneState } from "../../pane-context";
import type { Settings } from "../../store/settings";

/** The settings and the way to change some of them. */
export function useSettings(): readonly [Settings, (change: Partial<Settings>) => void] {
  const settings = usePaneState((state) => state.settings);
  const { prefer } = useCommands();
  return [settings, (change) => prefer({ ...settings, ...change })];
}
