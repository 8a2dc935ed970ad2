import { decodeText } from "../decode";
import { Damage } from "../whole/damage";

const bytesOf = (latin1: string): Uint8Array => Uint8Array.from(latin1, (letter) => letter.charCodeAt(0));

/** =E4=B8 and soft line ends, as bytes in a string of one letter a byte. */
const quoted = (text: string): string =>
  text.replace(/=[ \t]{0,50}\r?\n/g, "").replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

function base64(text: string): string {
  try {
    return atob(text.replace(/\s+/g, ""));
  } catch (cause) {
    throw new Damage(null, "内容解不开", { cause });
  }
}

/** The pages in a mail-like web archive (.mht, as Excel saves "单个文件网页"), in order. Throws `Damage` where its end is missing. */
export function mhtmlPages(bytes: Uint8Array): string[] {
  const file = new TextDecoder("latin1").decode(bytes);
  const boundary = /boundary\s*=\s*(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/i.exec(file.slice(0, 8192));
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark !== undefined && !file.includes(`--${mark}--`)) throw new Damage(null, "文件没有结尾，内容不完整");
  const parts = mark === undefined ? [file] : file.split(`--${mark}`).slice(1);
  return parts.flatMap((part) => {
    const split = /\r?\n\r?\n/.exec(part);
    if (!split) return [];
    const [head, body] = [part.slice(0, split.index), part.slice(split.index + split[0].length)];
    if (!/^content-type:\s*text\/html/im.test(head)) return [];
    const packing = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase();
    const plain = packing === "quoted-printable" ? quoted(body) : packing === "base64" ? base64(body) : body;
    const text = decodeText(bytesOf(plain));
    return text === null ? [] : [text];
  });
}
