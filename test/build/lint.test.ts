import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import ts from "typescript";

const root = join(__dirname, "../..");
const settings = join(root, ".oxlintrc.json");

interface Planted {
  readonly rule: string;
  readonly file: string;
  readonly code: string;
}

/** Something wrong for each rule, and for the settings of the types. */
const planted: readonly Planted[] = readFileSync(join(__dirname, "lint/planted.txt"), "utf8")
  .split(/^== /m)
  .slice(1)
  .map((section, index) => {
    const [heading = "", ...lines] = section.split("\n");
    const [rule = "", place = ""] = heading.split(" ");
    const file = place.startsWith("src/") ? place : `src/planted-${String(index)}.ts`;
    return { rule, file, code: lines.join("\n") };
  });

interface Told {
  readonly diagnostics: readonly { readonly code?: string; readonly filename: string; readonly message: string }[];
}

/** What the linter says of the planted files, with the project's own settings. */
function lint(): Told["diagnostics"] {
  const folder = mkdtempSync(join(tmpdir(), "budget-lint-"));
  try {
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
    for (const name of [".oxlintrc.json", "tsconfig.json"]) copyFileSync(join(root, name), join(folder, name));
    for (const { file, code } of planted) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), code);
    }
    const { stdout, stderr } = spawnSync(process.execPath, [join(folder, "node_modules/oxlint/bin/oxlint"), "--format", "json", "."], {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 1 << 26,
    });
    if (!stdout.startsWith("{")) throw new Error(`the linter did not run: ${stdout}${stderr}`);
    return (JSON.parse(stdout) as Told).diagnostics;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The rules that the settings turn on by name. */
function rulesAsked(): readonly string[] {
  const { config } = ts.readConfigFile(settings, (name) => readFileSync(name, "utf8")) as {
    config: { rules: Record<string, unknown>; overrides: readonly { rules: Record<string, unknown> }[] };
  };
  return [config.rules, ...config.overrides.map(({ rules }) => rules)].flatMap((rules) =>
    Object.entries(rules).flatMap(([rule, level]) => (level === "off" ? [] : [rule])),
  );
}

const isOfTypes = (rule: string): boolean => /^TS\d+$/.test(rule);

/** A rule as the linter names it: its plugin, and the rule in brackets. */
function reported(rule: string): string {
  if (isOfTypes(rule)) return `typescript(${rule})`;
  const [plugin = "", name] = rule.split("/");
  if (name === undefined) return `eslint(${rule})`;
  return `${plugin === "react" ? "react-hooks" : plugin}(${name})`;
}

describe("the linter", () => {
  let told: Told["diagnostics"];
  beforeAll(() => {
    told = lint();
  });

  it("has something planted for every rule that is asked for", () =>
    expect(new Set(planted.map(({ rule }) => rule).filter((rule) => !isOfTypes(rule)))).toEqual(new Set(rulesAsked())));

  it.each(planted)("finds $rule", ({ rule, file }) => {
    const here = told.filter(({ filename }) => filename.replaceAll("\\", "/") === file);
    expect(here.map(({ code }) => code)).toContain(reported(rule));
  });
});
