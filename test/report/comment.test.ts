import { strToU8, unzipSync, zipSync } from "fflate";
import { commentedDocx, type Comment } from "../../src/hosts/file/comment-docx";
import { nodePdfAssets } from "../../src/hosts/file/node-assets";
import { readReport } from "../../src/hosts/file/read-report";
import { docx, p, r, tbl, tc } from "./docx-writer";

const BY = { author: "预算公开助手", initials: "助手", at: new Date(Date.UTC(2026, 0, 5)) };
const at = (source: number, start: number, end: number, ...text: string[]): Comment => ({ source, span: { start, end }, text });
const read = (bytes: Uint8Array) => readReport(bytes, "报告.docx", { assets: nodePdfAssets });

async function commented(
  body: string,
  ...comments: Comment[]
): Promise<{ document: string; parts: Record<string, Uint8Array>; bytes: Uint8Array }> {
  const bytes = await commentedDocx(docx(body), "报告.docx", comments, BY);
  const parts = unzipSync(bytes);
  return { document: new TextDecoder().decode(parts["word/document.xml"]), parts, bytes };
}

/** The words between a comment's marks. */
const marked = (document: string, id: number): string =>
  (new RegExp(`commentRangeStart w:id="${id}"/>(.*)<w:commentRangeEnd w:id="${id}"/>`, "s").exec(document)?.[1] ?? "?").replace(
    /<[^>]*>/g,
    "",
  );

it("a run is parted where the words begin and end, with its own properties; the text stays the same", async () => {
  const body = p(r("收入预算 1,221.42万元，占99.84%。", "<w:b/>"));
  const { document, bytes } = await commented(body, at(0, 5, 13, "应为1,221.52"), at(0, 17, 22, "占比"));
  expect(marked(document, 0)).toBe("1,221.42");
  expect(marked(document, 1)).toBe("99.84");
  expect(document.match(/<w:rPr><w:b\/><\/w:rPr>/g)).toHaveLength(5);
  expect((await read(bytes)).blocks).toEqual((await read(docx(body))).blocks);
});

it("words over several runs, tracked insertions and entities; deleted words do not count", async () => {
  const body = p(
    `${r("A&amp;B合")}<w:del w:id="1" w:author="x"><w:r><w:delText>旧的</w:delText></w:r></w:del><w:ins w:id="2" w:author="x">${r("计&lt;10")}</w:ins>${r("万元")}`,
  );
  const { document, bytes } = await commented(body, at(0, 2, 6, "一"), at(0, 6, 9, "二"));
  expect(marked(document, 0).replace("旧的", "")).toBe("B合计&lt;");
  expect(marked(document, 1)).toBe("10万");
  expect(document).toContain('<w:del w:id="1"');
  expect((await read(bytes)).blocks.map((block) => (block.kind === "paragraph" ? block.text : ""))).toEqual(["A&B合计<10万元"]);
});

it("a cell is spoken of whole, a place where something is missing as a place", async () => {
  const { document } = await commented(
    p("前文。") + tbl([tc("收入"), tc("10.00")]),
    { source: 2, span: null, text: ["格"] },
    at(0, 3, 3, "此处缺"),
  );
  expect(marked(document, 0)).toBe("10.00");
  expect(document.indexOf('commentRangeStart w:id="1"')).toBeGreaterThan(0);
  expect(document.indexOf('commentRangeEnd w:id="1"')).toBeLessThan(document.indexOf("<w:tbl>"));
});

it("comments that are there stay, new ones count on; all other parts keep their bytes", async () => {
  const parts = unzipSync(
    docx(p(`<w:commentRangeStart w:id="7"/>${r("有批注")}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`), {
      styles: "",
    }),
  );
  const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const rels = new TextDecoder().decode(parts["word/_rels/document.xml.rels"]);
  const old = zipSync({
    ...parts,
    "word/notes.xml": strToU8(
      `<x:comments xmlns:x="${W}"><x:comment x:id="7" x:author="张三"><x:p><x:r><x:t>原来的</x:t></x:r></x:p></x:comment></x:comments>`,
    ),
    "word/_rels/document.xml.rels": strToU8(
      rels.replace(
        "</Relationships>",
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="notes.xml"/></Relationships>',
      ),
    ),
  });
  const now = unzipSync(await commentedDocx(old, "报告.docx", [at(0, 0, 1, "新的<b>&")], BY));
  const before = unzipSync(old);
  expect(
    Object.keys(now)
      .filter((name) => Buffer.compare(now[name] ?? new Uint8Array(), before[name] ?? new Uint8Array()) !== 0)
      .sort(),
  ).toEqual(["word/document.xml", "word/notes.xml"]);
  const notes = new TextDecoder().decode(now["word/notes.xml"]);
  expect(notes).toContain("原来的");
  expect(notes).toContain('<x:comment x:id="8" x:author="预算公开助手" x:date="2026-01-05T00:00:00Z"');
  expect(notes).toContain("新的&lt;b&gt;&amp;");
});
