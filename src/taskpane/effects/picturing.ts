import type { Picture } from "../../pictures/shape";
import { readBook } from "./checking";
import { download, PNG } from "./download";
import type { Services } from "./services";
import type { Tasks } from "./task";

/** What paints is fetched when something is to be painted. */
const painted = async (picture: Picture): Promise<Blob> => (await import("./painting")).pngOfPicture(picture);

export interface PictureCommands {
  /** Reads from the workbook what the pictures show. */
  readonly openPictures: () => Promise<boolean>;
  /** Puts a picture on the clipboard; must be called in a press of a button. */
  readonly copyPicture: (picture: Picture) => Promise<void>;
  readonly savePicture: (picture: Picture) => Promise<void>;
}

export function pictureCommands(services: Services, tasks: Tasks): PictureCommands {
  const { store, engine } = services;
  const notice = (text: string): void => store.dispatch({ type: "noticed", notice: text });
  return {
    openPictures: () =>
      tasks.run("画图", async (watch) => {
        const workbook = await readBook(services, watch);
        const figures = await engine.ask(workbook, "pictures", store.state().choices);
        store.dispatch({ type: "pictured", figures, workbook, at: services.now().getTime() });
      }),
    copyPicture: async (picture) => {
      try {
        // Handed over unfinished: what is made later is no longer part of the press in every browser.
        await navigator.clipboard.write([new ClipboardItem({ [PNG]: painted(picture) })]);
        notice(`已复制“${picture.title}”，到 Word 中粘贴即可。`);
      } catch {
        notice("这里不允许复制图片，请用“保存图片”。");
      }
    },
    savePicture: async (picture) => {
      const name = `${picture.title.replace(/[\\/:*?"<>|]/g, "")}.png`;
      const saved = await tasks.run("保存图片", async () => {
        const png = await painted(picture);
        download(new Uint8Array(await png.arrayBuffer()), name, PNG);
      });
      if (saved) notice(`已保存“${name}”，请在下载文件夹中查看。`);
    },
  };
}
