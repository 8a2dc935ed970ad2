import type { Commands } from "../effects/commands";

/** The ribbon's buttons, by the names that the manifest and WPS's ribbon give them: they do in the pane what they say. */
export const ribbonButtons = (commands: Commands): Readonly<Record<string, () => Promise<unknown>>> => ({
  checkWorkbook: () => {
    commands.show("check");
    return commands.check();
  },
  writeNarrative: () => {
    commands.show("narrative");
    return commands.narrate();
  },
  createInputSheets: () => {
    commands.show("inputs");
    return commands.createInputs();
  },
  clearMarks: () => commands.clearMarks(),
  openHelp: () => {
    commands.openHelp();
    return Promise.resolve();
  },
});
