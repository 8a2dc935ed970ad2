import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { DoorProblem } from "../../../src/hosts/door";
import { reportLines } from "../../support/report-lines";

const TEXT = "第三部分\r\n\r\n收支总预算1,221.42万元。\n　　\n一、收入";
const LINES = ["第三部分", "收支总预算1,221.42万元。", "一、收入"];
const utf8 = new TextEncoder().encode(TEXT);
const utf16 = (little: boolean): Uint8Array => {
  const bytes = Array.from(`\uFEFF${TEXT}`).flatMap((letter) => {
    const code = letter.charCodeAt(0);
    return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });
  return new Uint8Array(bytes);
};
// 预算公开 in GB18030, by the standard's table.
const gb = new Uint8Array([0xd4, 0xa4, 0xcb, 0xe3, 0xb9, 0xab, 0xbf, 0xaa, 0x0d, 0x0a, 0x31]);

it.each<[string, Uint8Array, string[]]>([
  ["UTF-8", utf8, LINES],
  ["UTF-8 with its mark", new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), LINES],
  ["UTF-16 LE", utf16(true), LINES],
  ["UTF-16 BE", utf16(false), LINES],
  ["GB18030", gb, ["预算公开", "1"]],
])("text in %s", async (_, bytes, lines) => {
  expect(await reportLines(bytes, "说明.txt")).toEqual(lines);
});

const docx = async (): Promise<Uint8Array> =>
  new Uint8Array(
    await Packer.toBuffer(
      new Document({
        sections: [
          {
            children: [
              new Paragraph({ text: "一、收支预算 <情况>", heading: "Heading1" }),
              new Paragraph(""),
              new Paragraph("1.一般公共预算&转移支付"),
              new Table({
                rows: [
                  ["项目", "金额"],
                  ["收入", "1,221.42"],
                ].map((row) => new TableRow({ children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })) })),
              }),
              new Paragraph("表后一段"),
            ],
          },
        ],
      }),
    ),
  );

it("a .docx gives its paragraphs in order, table rows as tab-separated lines", async () => {
  expect(await reportLines(await docx(), "说明.docx")).toEqual([
    "一、收支预算 <情况>",
    "1.一般公共预算&转移支付",
    "项目\t金额",
    "收入\t1,221.42",
    "表后一段",
  ]);
});

it("tells the two apart by content", async () => {
  expect((await reportLines(await docx(), "改了名字.txt"))[0]).toBe("一、收支预算 <情况>");
});

it.each<[string, () => Promise<Uint8Array>, string, RegExp]>([
  ["an empty text", () => Promise.resolve(new Uint8Array()), "a.txt", /空文件/],
  ["a picture", () => Promise.resolve(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff])), "a.txt", /不是文字文件/],
  ["an old .doc", () => Promise.resolve(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0])), "旧.doc", /另存为 \.docx/],
  ["half a .docx", async () => (await docx()).slice(0, 900), "半.docx", /已损坏.*重新索取/],
  ["a PDF cut short", () => Promise.resolve(new TextEncoder().encode("%PDF-1.7\n1 0 obj")), "半.pdf", /已损坏或不完整/],
])("%s says what to do", async (_, bytes, name, words) => {
  const error: unknown = await reportLines(await bytes(), name).then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(DoorProblem);
  expect((error as DoorProblem).message).toMatch(words);
});
