import { openApart } from "../../hosts/wps/copy";
import { keepPane, pressed } from "../../hosts/wps/messages";
import type { WpsApplication } from "../../hosts/wps/model";
import { attempt, text } from "../../hosts/wps/sheets";
import { openWpsDoor } from "../../hosts/wps/wps-door";
import { IN_WPS } from "../store/around";
import { ribbonButtons } from "./buttons";
import type { Program } from "./program";

/** How often the pane asks whether a button of the ribbon was pressed, in milliseconds: the ribbon lives in another page. */
const ASK_EVERY = 300;

/** WPS, whose object model every page of an add-in finds in its window. */
export const wpsProgram = (app: WpsApplication): Program => ({
  around: IN_WPS,
  openElsewhere: (bytes) => Promise.resolve(attempt(() => openApart(app, bytes)) === true),
  openPage: (address) => app.ShowDialog(new URL(address, window.location.href).href, "预算公开助手", 1000, 760, false),
  background: () => null,
  onBackground: () => undefined,
  begin: ({ open, commands, readWorkbook }) => {
    open(openWpsDoor(app, readWorkbook));
    const buttons = ribbonButtons(commands);
    const book = app.ActiveWorkbook;
    let name = text(book?.FullName);
    setInterval(() => {
      const now = text(attempt(() => book?.FullName)) || name;
      if (now !== name) attempt(() => keepPane(app.PluginStorage, name, now));
      name = now;
      const action = attempt(() => pressed(app.PluginStorage, name));
      if (action !== null) void buttons[action]?.();
    }, ASK_EVERY);
    return Promise.resolve();
  },
});
