import { DoorProblem } from "../../hosts/door";
import { picturesOf, PRINTED_WIDTH } from "../../pictures/drawn";
import type { PictureFigures } from "../../pictures/figures/all";
import type { Picture } from "../../pictures/shape";
import { pictureFile, type PictureFile } from "../../pictures/svg";
import type { PaintedPicture, PaintedPictures } from "../../render/publication-docx";
import { PNG } from "./download";

/** Pixels of the file for one of the screen: sharp in print. */
const PIXELS = 2;

/** All that can be drawn of a workbook, painted for its report. */
export async function paintedPictures(figures: PictureFigures): Promise<PaintedPictures> {
  const painted = await Promise.all(
    picturesOf(figures).flatMap((drawn) =>
      "lay" in drawn ? [paint(drawn.lay(PRINTED_WIDTH)).then((one) => [drawn.kind, one] as const)] : [],
    ),
  );
  return Object.fromEntries(painted);
}

async function paint(picture: Picture): Promise<PaintedPicture> {
  const file = pictureFile(picture);
  const png = new Uint8Array(await (await pngOf(file)).arrayBuffer());
  return { png, width: file.width, height: file.height, title: picture.title, text: wordsOf(picture) };
}

/** What it shows, a row of its figures a sentence. */
function wordsOf({ figures: { heads, rows } }: Picture): string {
  return rows
    .map(([name = "", ...cells]) => `${name}：${cells.map((cell, index) => `${heads[index + 1] ?? ""}${cell}`).join("，")}。`)
    .join("");
}

/** A picture as a .png file's bytes. */
export const pngOfPicture = (picture: Picture): Promise<Blob> => pngOf(pictureFile(picture));

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
