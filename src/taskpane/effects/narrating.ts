import type { Narrative } from "../../narrative/segments";
import { narrativeHtml } from "../../render/html";
import type { OfficialStyle } from "../../render/official-style";
import { narrativeText } from "../../render/text";
import type { Settings } from "../store/settings";
import { openDoor, readBook } from "./checking";
import { copyByApi, copyNow } from "./clipboard";
import type { WordFile } from "./saving-word";
import type { Services } from "./services";
import type { Tasks } from "./task";

export interface NarrateCommands {
  readonly narrate: () => Promise<boolean>;
  /** One section by its number, or all; must be called in a press of a button. */
  readonly copy: (only?: string) => Promise<void>;
  /** The narrative as a Word file. */
  readonly saveDocx: () => Promise<void>;
  /** The whole report, from the cover to the terms, as a Word file. */
  readonly saveWhole: () => Promise<void>;
  readonly writeNarrativeSheet: () => Promise<void>;
}

export function narrateCommands(services: Services, tasks: Tasks): NarrateCommands {
  const { store, engine } = services;
  const notice = (text: string): void => store.dispatch({ type: "noticed", notice: text });
  const current = (): Narrative | null => store.state().narrative?.narrative ?? null;
  const ready = () => ({ ...store.state(), narrative: current() });
  const save = (what: string, make: () => Promise<WordFile>): Promise<boolean> =>
    tasks.run(what, async () => {
      const file = await make();
      const { around, settings } = store.state();
      const { saveWord } = await import("./saving-word");
      notice(saveWord(file, around, styleOf(settings)));
    });
  return {
    narrate: () =>
      tasks.run("生成说明", async (watch) => {
        const workbook = await readBook(services, watch);
        watch.stage("正在生成说明…");
        const { choices, settings } = store.state();
        const narrative = await engine.ask(workbook, "narrate", choices, settings.words);
        store.dispatch({ type: "narrated", narrative, workbook, at: services.now().getTime() });
        notice(narrative.todo.length === 0 ? "说明已生成，可以复制。" : `说明已生成，还有 ${narrative.todo.length} 处待填。`);
      }),
    copy: async (only) => {
      const narrative = current();
      if (!narrative) return;
      const rich = { html: narrativeHtml(narrative, styleOf(store.state().settings), only), text: narrativeText(narrative, only) };
      if (copyNow(rich) || (await copyByApi(rich))) {
        store.dispatch({ type: "copyByHand", text: null });
        const { missingFontsText } = await import("./missing-fonts");
        const fonts = missingFontsText(styleOf(store.state().settings));
        notice(`已复制${only === undefined ? "全文" : `第${only}节`}，到 Word 中粘贴即可（保留源格式）。${fonts}`);
      } else {
        store.dispatch({ type: "copyByHand", text: rich.text });
        notice("这里不允许直接复制，请在下面的框中按 Ctrl+C。");
      }
    },
    saveDocx: async () => {
      const { narrative, workbook, choices, settings } = ready();
      if (!narrative || !workbook) return;
      await save("保存说明", async () => ({
        title: narrative.title,
        bytes: await engine.ask(workbook, "docx", choices, settings.words, styleOf(settings)),
      }));
    },
    saveWhole: async () => {
      const { narrative, workbook, choices, settings } = ready();
      if (!narrative || !workbook) return;
      await save("保存整份报告", async () => {
        const pictures = settings.withPictures
          ? await (await import("./painting")).paintedPictures(await engine.ask(workbook, "pictures", choices))
          : {};
        return engine.ask(workbook, "wholeDocx", choices, settings.words, styleOf(settings), pictures);
      });
    },
    writeNarrativeSheet: async () => {
      const narrative = current();
      if (!narrative) return;
      const written = await tasks.run("写入工作表", async () => {
        const { narrativeSheet } = await import("../../render/narrative-sheet");
        await openDoor(services).writeSheets([narrativeSheet(narrative)]);
      });
      if (written) notice("已写入工作表“预算情况说明”。");
    },
  };
}

function styleOf(settings: Settings): Partial<OfficialStyle> {
  const { pitch, bodyFont, headingFont, subheadingFont, westernFont } = settings;
  return { linePitch: pitch, bodyFont, headingFont, subheadingFont, latinFont: westernFont ? "Times New Roman" : null };
}
