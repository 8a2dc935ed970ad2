import { DoorProblem } from "../../hosts/door";
import type { Picture } from "../../pictures/shape";
import { pictureFile, type PictureFile } from "../../pictures/svg";
import { readBook } from "./checking";
import { download, PNG } from "./download";
import type { Services } from "./services";
import type { Tasks } from "./task";

export interface PictureCommands {
  /** Reads from the workbook what the pictures show. */
  readonly openPictures: () => Promise<boolean>;
  /** Puts a picture on the clipboard; must be called in a press of a button. */
  readonly copyPicture: (picture: Picture) => Promise<void>;
  readonly savePicture: (picture: Picture) => Promise<void>;
}

/** Pixels of the file for one of the screen: sharp in print. */
export const PIXELS = 2;

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
        await navigator.clipboard.write([new ClipboardItem({ [PNG]: pngOf(pictureFile(picture)) })]);
        notice(`已复制“${picture.title}”，到 Word 中粘贴即可。`);
      } catch {
        notice("这里不允许复制图片，请用“保存图片”。");
      }
    },
    savePicture: async (picture) => {
      const name = `${picture.title.replace(/[\\/:*?"<>|]/g, "")}.png`;
      const saved = await tasks.run("保存图片", async () => {
        const png = await pngOf(pictureFile(picture));
        download(new Uint8Array(await png.arrayBuffer()), name, PNG);
      });
      if (saved) notice(`已保存“${name}”，请在下载文件夹中查看。`);
    },
  };
}

/** The picture as the browser paints it, from its own text alone. */
async function pngOf({ svg, width, height }: PictureFile): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * PIXELS;
    canvas.height = height * PIXELS;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new DoorProblem("unknown", "浏览器没有画出这张图，请再试一次。"))), PNG),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
