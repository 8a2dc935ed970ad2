/** Every call of Office.js that this tool makes is there in each Excel that the manifest lets it into. */
import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const root = path.join(__dirname, "../..");
const HOME = path.join(root, "src/hosts/excel");
const SET = /\[Api set: (\w+) (\d+)\.(\d+)/;

/** The sets that the manifest requires, as the version's digits. */
const required = new Map(
  [...readFileSync(path.join(root, "manifest.xml"), "utf8").matchAll(/<Set Name="(\w+)" MinVersion="(\d+)\.(\d+)"/g)].map(
    ([, name = "", major, minor]) => [name, [Number(major), Number(minor)] as const],
  ),
);

interface Use {
  readonly name: string;
  readonly set: string;
  readonly version: readonly [number, number];
}

/** What Microsoft's own declarations say of every member of Office.js that a file names. */
function usesOf(file: ts.SourceFile, checker: ts.TypeChecker): Use[] {
  const uses: Use[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const declarations = checker.getSymbolAtLocation(node)?.declarations ?? [];
      const sets = declarations
        .filter((declaration) => declaration.getSourceFile().fileName.includes("@types/office-js"))
        .flatMap((declaration) => SET.exec(declaration.getFullText().slice(0, declaration.getLeadingTriviaWidth())) ?? []);
      const [, set, major, minor] = sets;
      if (set !== undefined) uses.push({ name: node.text, set, version: [Number(major), Number(minor)] });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return uses;
}

const beyond = ({ set, version: [major, minor] }: Use): boolean => {
  const [most, least] = required.get(set) ?? [0, 0];
  return major > most || (major === most && minor > least);
};

it("no call needs a newer Excel than the manifest asks for", () => {
  const configuration = ts.readConfigFile(path.join(root, "tsconfig.json"), (name) => readFileSync(name, "utf8"));
  const { options } = ts.parseJsonConfigFileContent(configuration.config, ts.sys, root);
  const needed = { ...options, types: ["office-js"], lib: ["lib.es2023.d.ts"], allowJs: false, noEmit: true };
  const program = ts.createProgram(ts.sys.readDirectory(HOME, [".ts"]), needed);
  const checker = program.getTypeChecker();
  const uses = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(path.join(root, "src")))
    .flatMap((file) => usesOf(file, checker));
  // The declarations were found, and say of known calls what Microsoft's pages say.
  const setOf = (name: string): string[] => [...new Set(uses.filter((use) => use.name === name).map((use) => use.version.join(".")))];
  expect([setOf("getRanges"), setOf("getItemOrNullObject"), setOf("freezeRows")]).toEqual([["1.9"], ["1.4"], ["1.7"]]);
  expect(uses.filter(beyond)).toEqual([]);
});
