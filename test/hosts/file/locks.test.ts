import { strToU8, zipSync } from "fflate";
import { biffLocks } from "../../../src/hosts/file/locks/biff";
import { openDocumentLocks } from "../../../src/hosts/file/locks/open-document";
import type { SheetDoor } from "../../../src/hosts/sheet/sheet-door";
import { faceless, handAt, openDoor } from "../sheet/support";
import { protectedXls } from "./protected-xls";

const NAMESPACES = ["office", "style", "table", "text"]
  .map((prefix) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${prefix}:1.0"`)
  .join(" ");

const cellStyle = (name: string, protect: string | null, parent = "Default"): string =>
  `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="${parent}">${
    protect === null ? "" : `<style:table-cell-properties style:cell-protect="${protect}"/>`
  }</style:style>`;

const STYLES = [
  cellStyle("open", "none"),
  cellStyle("heir", null, "open"),
  cellStyle("shut", "protected", "open"),
  cellStyle("veiled", "formula-hidden"),
  cellStyle("plain", null),
].join("");

/** An .ods with these tables, as a person would write it down. */
function openDocument(tables: string): Uint8Array {
  const content = `<?xml version="1.0"?><office:document-content ${NAMESPACES}><office:automatic-styles>${STYLES}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  const manifest = `<?xml version="1.0"?><m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.spreadsheet"/><m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>`;
  return zipSync({
    mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
    "content.xml": strToU8(content),
    "styles.xml": strToU8(`<?xml version="1.0"?><office:document-styles ${NAMESPACES}/>`),
    "META-INF/manifest.xml": strToU8(manifest),
  });
}

const table = (inner: string, isProtected = true): string =>
  `<table:table table:name="表1"${isProtected ? ' table:protected="true"' : ""}>${inner}</table:table>`;
const row = (cells: string, stated = ""): string => `<table:table-row${stated}>${cells}</table:table-row>`;
const cell = (style: string | null, stated = ""): string =>
  `<table:table-cell${style === null ? "" : ` table:style-name="${style}"`}${stated}/>`;
const amount = (style: string, value: number): string =>
  `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="${String(value)}"><text:p>${String(value)}</text:p></table:table-cell>`;

/** The open cells as "row,column" from 0. */
const openIn = (tables: string): readonly string[] =>
  (openDocumentLocks(openDocument(tables)).get("表1") ?? [])
    .flatMap(({ top, bottom, left, right }) =>
      Array.from({ length: bottom - top + 1 }, (_, r) =>
        Array.from({ length: right - left + 1 }, (__, c) => `${String(top + r)},${String(left + c)}`),
      ).flat(),
    )
    .sort();

describe("an .ods", () => {
  it("protects nothing where its table is not protected", () => {
    expect(openDocumentLocks(openDocument(table(row(cell("open")), false))).size).toBe(0);
  });

  it.each([
    ["none", "open", ["0,0"]],
    ["none, from the style it follows", "heir", ["0,0"]],
    ["protected, against the style it follows", "shut", []],
    ["nothing", "plain", []],
    ["a hidden formula, which may be changed", "veiled", ["0,0"]],
    ["a style that is not there", "没有", []],
  ])("a cell whose style says %s", (_, style, expected) => {
    expect(openIn(table(row(cell(style))))).toEqual(expected);
  });

  it("a cell without a style is as its row says, then as its column", () => {
    const columns = `<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="open"/>`;
    const bare = cell(null, ' table:number-columns-repeated="3"');
    expect(openIn(table(columns + row(bare) + row(bare, ' table:default-cell-style-name="shut"')))).toEqual(["0,2"]);
    expect(openIn(table(columns + row(bare, ' table:default-cell-style-name="heir"')))).toEqual(["0,0", "0,1", "0,2"]);
  });

  it("rows and cells that are repeated, in groups, and covered by a merged one, are counted", () => {
    const covered = `<table:covered-table-cell table:number-columns-repeated="2"/>`;
    const group = `<table:table-row-group>${row(cell("plain"), ' table:number-rows-repeated="3"')}</table:table-row-group>`;
    expect(openIn(table(group + row(cell("plain") + covered + cell("open", ' table:number-columns-repeated="2"'))))).toEqual([
      "3,3",
      "3,4",
    ]);
  });
});

it("an .xls names its protected sheets and their open cells", () => {
  const open = [
    [1, 1],
    [1, 2],
    [2, 1],
    [2, 2],
  ].map(([r = 0, c = 0]) => ({ top: r, bottom: r, left: c, right: c }));
  expect([...biffLocks(protectedXls())]).toEqual([["表1", open]]);
});

const ods = (): Uint8Array =>
  openDocument(
    table(
      row(amount("plain", 1)) +
        row(amount("plain", 7) + amount("open", 100) + cell("open")) +
        row(amount("plain", 1) + amount("open", 50.5) + cell("open")) +
        row(
          `${cell("plain")}<table:table-cell table:formula="of:=[.B2]+[.B3]" office:value-type="float" office:value="150.5"><text:p>150.5</text:p></table:table-cell>`,
        ),
    ) + `<table:table table:name="表2">${row(amount("plain", 1))}</table:table>`,
  );

describe.each([
  ["ods", ods],
  ["xls", protectedXls],
])("a protected .%s", (ending, written) => {
  const spreadsheet = faceless();
  afterAll(() => spreadsheet.dispose());
  const valueAt = (door: SheetDoor, name: string, r: number, c: number): unknown => {
    const sheet = door.workbook.sheets.find((one) => one.name === name);
    return sheet?.values[r - sheet.top]?.[c - sheet.left] ?? null;
  };

  it.each([
    ["as it is opened", (bytes: Uint8Array) => openDoor(spreadsheet, bytes, `保护.${ending}`)],
    [
      "and when it is opened again as it was saved",
      async (bytes: Uint8Array) => {
        const first = await openDoor(spreadsheet, bytes, `保护.${ending}`);
        await handAt(spreadsheet, first).enter({ sheet: "表2", row: 0, column: 0 }, 2);
        const saved = await first.saveAs();
        first.close();
        return openDoor(spreadsheet, saved, "保护.xlsx");
      },
    ],
  ])("is kept from edits but for its open cells, %s", async (_, open) => {
    const door = await open(written());
    const refused: string[] = [];
    door.watch({ onRefused: (words) => refused.push(words) });
    const { enter } = handAt(spreadsheet, door);
    const before = valueAt(door, "表1", 1, 0);
    expect(before).not.toBeNull();
    await enter({ sheet: "表1", row: 1, column: 0 }, 8);
    await enter({ sheet: "表1", row: 1, column: 1 }, 101);
    await enter({ sheet: "表1", row: 1, column: 2 }, 102);
    await enter({ sheet: "表2", row: 0, column: 0 }, 3);
    await door.settle();
    expect([
      valueAt(door, "表1", 1, 0),
      valueAt(door, "表1", 1, 1),
      valueAt(door, "表1", 1, 2),
      valueAt(door, "表1", 3, 1),
      valueAt(door, "表2", 0, 0),
    ]).toEqual([before, 101, 102, 151.5, 3]);
    door.close();
    expect(refused).toEqual([expect.stringContaining("工作表“表1”受保护，A2 不能修改")]);
  });
});
