import { parseXml } from "../../../src/hosts/file/xml/tree";
import { TooLarge } from "../../../src/report/limits";
import { elementsOf, innerText } from "../../../src/report/xml";

const WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const good = `<?xml version="1.0"?>\n<!-- <a> --><x:body xmlns:x="${WORDS}" xmlns:y="urn:unheard-of"><x:p x:val='1 &lt; 2'
  plain="a&#10;b"><x:t>甲 &amp; 乙 &#x4E00;</x:t><y:t/><![CDATA[<raw>&amp;]]></x:p></x:body>\n`;

it("names elements by their namespace, whatever prefix the file uses", () => {
  const [paragraph] = elementsOf(parseXml(good), "w:p");
  expect(paragraph?.children.map((child) => (typeof child === "string" ? child : child.name))).toEqual(["w:t", "other:t", "<raw>&amp;"]);
  const strict = parseXml(`<body xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><p xmlns="">a</p><p a="b"/></body>`);
  expect(strict.children.map((child) => (typeof child === "string" ? child : child.name))).toEqual(["p", "w:p"]);
  // A name without a prefix is of the elements' namespace, but an attribute is of none.
  expect(strict.children[1]).toMatchObject({ attributes: { a: "b" } });
});

it("resolves the five entities and numbers, in words and attributes", () => {
  const root = parseXml(good);
  expect(elementsOf(root, "w:p")[0]?.attributes).toEqual({ "w:val": "1 < 2", plain: "a\nb" });
  expect(innerText(root)).toBe("甲 & 乙 一<raw>&amp;");
});

it("tells where each element begins, its content begins, and it ends", () => {
  const [word] = elementsOf(parseXml(good), "w:t");
  expect(good.slice(word?.start, word?.opened)).toBe("<x:t>");
  expect(good.slice(word?.start, word?.end)).toBe("<x:t>甲 &amp; 乙 &#x4E00;</x:t>");
  const [empty] = elementsOf(parseXml(good), "other:t");
  expect([empty?.opened, empty?.end].map((end) => good.slice(empty?.start, end))).toEqual(["<y:t/>", "<y:t/>"]);
});

it("reads signs that XML forbids as blanks: they do no harm", () => {
  expect(innerText(parseXml("<a>1\u000b2&#11;3</a>"))).toBe("1 2 3");
});

it("refuses a document cut off anywhere", () => {
  for (let length = 0; length < good.trimEnd().length; length++) expect(() => parseXml(good.slice(0, length))).toThrow();
});

it.each([
  ["crossed tags", "<a><b></a></b>"],
  ["another case", "<a></A>"],
  ["two roots", "<a/><b/>"],
  ["words outside the root", "<a/>b"],
  ["no quotes", "<a b=c/>"],
  ["a tag within a value", `<a b="<c/>"/>`],
  ["a closing tag with attributes", `<a></a b="c">`],
  ["an entity of its own", "<a>&b;</a>"],
  ["a bare ampersand", "<a>b & c</a>"],
  ["a list of entities", `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`],
  ["a prefix that nothing declares", "<x:a/>"],
  ["a reference to no character", "<a>&#xD800;</a>"],
])("refuses %s", (_, text) => {
  expect(() => parseXml(text)).toThrow();
});

it("gives up what nests deeper than any document", () => {
  expect(() => parseXml("<a>".repeat(500) + "</a>".repeat(500))).toThrow(TooLarge);
});
