import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { commonHouse, houses } from "../../src/templates/houses";

const root = path.resolve(__dirname, "../../src");
const all = [...houses, commonHouse].map(({ family }) => family);

/** Every literal of the code outside the families: strings, parts of templates and regular expressions, with their place. */
function literals(): readonly { readonly place: string; readonly text: string }[] {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !file.startsWith(`templates${path.sep}`),
  );
  return files.flatMap((file) => {
    const source = ts.createSourceFile(
      file,
      readFileSync(path.join(root, file), "utf8"),
      ts.ScriptTarget.Latest,
      true,
      file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    );
    const found: { place: string; text: string }[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
      if (
        ts.isStringLiteralLike(node) ||
        ts.isTemplateHead(node) ||
        ts.isTemplateMiddle(node) ||
        ts.isTemplateTail(node) ||
        ts.isRegularExpressionLiteral(node) ||
        ts.isJsxText(node)
      )
        found.push({ place: `${file}:${String(source.getLineAndCharacterOfPosition(node.getStart()).line + 1)}`, text: node.text });
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

const found = literals();
const having = (is: (text: string) => boolean): readonly string[] =>
  found.filter(({ text }) => is(text)).map(({ place, text }) => `${place} ${text.slice(0, 60)}`);

/** Words that a family alone may know: the numbers, names and titles of its tables come from the template. */
const FORMS = all.flatMap(({ forms }) => forms.map(({ id }) => id));
const LABELS = all.flatMap(({ forms }) => forms.map(({ label }) => label));
const TITLES = all
  .flatMap(({ tables }) => tables.flatMap(({ titles }) => titles.map((title) => title.replace("{部门}", ""))))
  .filter((title) => title.length > "收支总表".length);
const FAMILIES = houses.flatMap(({ family: { id, name } }) => [id, name]);

/** How the printed number of a table, whichever, is told from figures of the text: no table of any family. */
const NUMBERED = "|附件|附表|公开|";

test("the literals of the code are read", () => expect(found.length).toBeGreaterThan(3000));

describe("outside the families' folder stands", () => {
  test("no table's number", () =>
    expect(
      having((text) => /表\s*\d{1,2}(?![\d,.])|附表|公开\d+表|^表[一二三四五六七八九十]{1,3}$/.test(text.replace(NUMBERED, ""))),
    ).toEqual([]));
  test("no form's id", () => expect(having((text) => FORMS.includes(text) || /^\d{4}-\d{1,2}$/.test(text))).toEqual([]));
  // Where no family fits, that is said in these words, which are those of the common one.
  test("no form's name", () =>
    expect(having((text) => LABELS.some((label) => label !== all.at(-1)?.forms[0]?.label && text.includes(label)))).toEqual([]));
  test("no table's title", () => expect(having((text) => TITLES.some((title) => text.includes(title)))).toEqual([]));
  test("no family's name", () => expect(having((text) => FAMILIES.includes(text))).toEqual([]));
});
