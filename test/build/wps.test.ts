import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { DOMParser } from "@xmldom/xmldom";
import project from "../../package.json";
import { wpsFunctions } from "../../scripts/lib/functions-metadata.mjs";
import { ribbonButtons } from "../../src/taskpane/programs/buttons";

const dist = process.env["PANE_DIST"] ?? path.join(__dirname, "../../dist");
const FOLDER = `BudgetDisclosure_${project.version}`;
const folder = path.join(dist, "wps/jsaddons", FOLDER);
const read = (...parts: string[]): string => readFileSync(path.join(...parts), "utf8");
const parse = (xml: string): Document => new DOMParser().parseFromString(xml, "text/xml");
const attributes = (xml: string, element: string, name: string): (string | null)[] =>
  Array.from(parse(xml).getElementsByTagName(element)).map((one) => one.getAttribute(name));

it("the ribbon has one tab with the five buttons that the pane answers to", () => {
  const ribbon = read(folder, "ribbon.xml");
  expect(attributes(ribbon, "tab", "label")).toEqual(["预算公开"]);
  expect(attributes(ribbon, "button", "id")).toEqual(Object.keys(ribbonButtons({} as Parameters<typeof ribbonButtons>[0])));
  expect(attributes(ribbon, "button", "label")).toEqual(["校验工作簿", "生成说明", "新建填报表", "清除标记", "帮助"]);
});

it("both lists of add-ins name the folder that lies there, for spreadsheets", () => {
  const [publish, server] = [read(dist, "wps/jsaddons/publish.xml"), read(dist, "wps/jsplugins.xml")];
  expect(["url", "version", "type", "name"].map((name) => attributes(publish, "jsplugin", name)[0])).toEqual([
    FOLDER,
    project.version,
    "et",
    "BudgetDisclosure",
  ]);
  expect(attributes(server, "jspluginonline", "url")).toEqual([`https://localhost:3000/wps/jsaddons/${FOLDER}/`]);
  expect(attributes(server, "jspluginonline", "type")).toEqual(["et"]);
});

it.each(["index.html", "taskpane.html", "help/index.html"])("%s finds all that it names in the folder itself", (page) => {
  const html = read(folder, page);
  const named = Array.from(html.matchAll(/(?:src|href)="([^"#]+)(?:#[^"]*)?"/g), ([, place = ""]) => place).filter(
    (place) => !/^(?:https?|mailto):/.test(place),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((place) => !existsSync(path.join(folder, path.dirname(page), decodeURIComponent(place))))).toEqual([]);
});

it("the pages ask nothing of any other place, and run nothing but their own scripts", () => {
  for (const page of ["index.html", "taskpane.html"]) expect(read(folder, page)).toContain("default-src 'none'; script-src 'self'");
});

it("the folder holds no spreadsheet, no list of many files and nothing of Excel's: the rest is the same as built for the pane", () => {
  const scripts = readdirSync(folder).filter((name) => name.endsWith(".js") && name !== "functions.js");
  expect(scripts.filter((name) => !existsSync(path.join(dist, name)))).toEqual([]);
  expect(scripts.filter((name) => /univer/i.test(read(folder, name).slice(0, 200_000)) && /sheet-core|sheet-engine/.test(name))).toEqual(
    [],
  );
  expect(existsSync(path.join(folder, "office-js"))).toBe(false);
});

it("WPS is told of the functions under names that it takes, ranges that repeat one by one", () => {
  const told = wpsFunctions(
    JSON.stringify({
      functions: [
        {
          name: "SUM",
          description: "求和",
          result: { type: "number" },
          parameters: [{ name: "区域", description: "相加", type: "any", dimensionality: "matrix", repeating: true }],
        },
        { name: "求和数", description: "求和", result: {}, parameters: [] },
        {
          name: "ROUND",
          description: "舍入",
          result: { type: "any", dimensionality: "matrix" },
          parameters: [{ name: "位数", description: "位", type: "number", optional: true }],
        },
      ],
    }),
  );
  const given = JSON.parse(told.replace(/^globalThis\.budgetFunctions = |;\n$/g, "")) as {
    name: string;
    parameters: { name: string; type: string }[];
  }[];
  expect(given.map(({ name, parameters }) => [name, parameters.map((one) => `${one.name} ${one.type}`)])).toEqual([
    ["SUM", ["区域1 any[][]", ...[2, 3, 4, 5, 6, 7, 8].map((i) => `区域${String(i)} any[][]?`)]],
    ["ROUND", ["位数 number?"]],
  ]);
});
