import { DOMParser } from "@xmldom/xmldom";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.join(__dirname, "../..");
const BASE = "https://localhost:3000";
const text = readFileSync(path.join(root, "manifest.xml"), "utf8");

/** A parser that takes nothing amiss would hide what Excel refuses. */
const parse = (xml: string): Document =>
  new DOMParser({
    errorHandler: (level: string, message: string) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(xml, "text/xml");

const manifest = parse(text);
const all = (name: string, from: Document | Element = manifest): Element[] => Array.from(from.getElementsByTagNameNS("*", name));
const attribute = (name: string, value: string): Element[] => all("*").filter((element) => element.getAttribute(name) === value);
const childNames = (element: Element): string[] =>
  Array.from(element.childNodes)
    .filter((node): node is Element => node.nodeType === 1)
    .map((child) => child.localName);

/** The children each element may have, in the order that the schema wants them. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    "Id",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ],
  VersionOverrides: ["Description", "Requirements", "Hosts", "Resources", "WebApplicationInfo"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  CustomTab: ["Group", "Label"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
};

it("is well-formed, and the parser of this test refuses what is not", () => {
  expect(() => parse("<a><b></a>")).toThrow();
  expect(manifest.documentElement.localName).toBe("OfficeApp");
});

it.each(Object.entries(ORDER))("%s has its children in the schema's order", (name, order) => {
  const found = all(name);
  expect(found.length).toBeGreaterThan(0);
  for (const element of found) {
    const places = childNames(element).map((child) => order.indexOf(child));
    expect({ children: childNames(element), unknown: places.includes(-1) }).toEqual({ children: childNames(element), unknown: false });
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
});

it("bears the project's version, with the fourth number that Office wants", () => {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { readonly version: string };
  expect(all("Version").map((element) => element.textContent)).toEqual([`${version}.0`]);
});

it("the workbook host has its runtime before its form factors", () => {
  const host = all("Host").find((element) => childNames(element).length > 0);
  expect(host && childNames(host)).toEqual(["Runtimes", "AllFormFactors", "DesktopFormFactor"]);
});

it("pane, functions and ribbon commands share one long-lived runtime", () => {
  const [runtime] = all("Runtime");
  expect(runtime?.getAttribute("lifetime")).toBe("long");
  const pane = runtime?.getAttribute("resid");
  const functions = all("ExtensionPoint").find((point) => point.getAttribute("xsi:type") === "CustomFunctions");
  const source = (name: string): string | null | undefined =>
    functions && all("SourceLocation", all(name, functions)[0])[0]?.getAttribute("resid");
  expect([source("Script"), source("Page"), all("FunctionFile")[0]?.getAttribute("resid")]).toEqual([pane, pane, pane]);
});

describe("resources", () => {
  const resources = all("Resources")[0];
  if (!resources) throw new Error("no resources");
  const ids = ["Image", "Url", "String"].flatMap((name) => all(name, resources)).map((element) => element.getAttribute("id") ?? "");
  const used = all("*")
    .map((element) => element.getAttribute("resid"))
    .filter((resid) => resid !== null && resid !== "");

  it("are all there, once, and all used", () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect([...new Set(used)].sort()).toEqual([...ids].sort());
  });

  it("have ids of at most 32 characters", () => {
    expect(ids.filter((id) => id.length === 0 || id.length > 32)).toEqual([]);
  });

  it.each([
    ["ShortStrings", 125],
    ["LongStrings", 250],
  ])("%s are at most %i characters", (name, limit) => {
    const strings = all("String", all(name)[0]).map((element) => element.getAttribute("DefaultValue") ?? "");
    expect(strings.length).toBeGreaterThan(0);
    expect(strings.filter((value) => value.length === 0 || value.length > limit)).toEqual([]);
  });

  it("speak Chinese to the user", () => {
    const strings = all("String", resources).filter((element) => element.getAttribute("id") !== "Functions.Namespace");
    expect(strings.filter((element) => !/\p{Script=Han}/u.test(element.getAttribute("DefaultValue") ?? ""))).toEqual([]);
    expect(attribute("id", "Functions.Namespace")[0]?.getAttribute("DefaultValue")).toBe("BUDGET");
    expect(all("DefaultLocale")[0]?.textContent).toBe("zh-CN");
  });
});

it("every group and button has icons of 16, 32 and 80 pixels", () => {
  const icons = all("Icon");
  expect(icons).toHaveLength(7);
  for (const icon of icons) expect(all("Image", icon).map((image) => Number(image.getAttribute("size")))).toEqual([16, 32, 80]);
});

it("every icon is a PNG of the size it says", () => {
  const urls = [...text.matchAll(/https:\/\/localhost:3000\/(assets\/[^"]+)/g)].map((match) => match[1] ?? "");
  expect(urls.length).toBeGreaterThan(15);
  for (const url of urls) {
    const bytes = readFileSync(path.join(root, url));
    const size = Number(/-(\d+)\.png$/.exec(url)?.[1]);
    expect([url, bytes.toString("latin1", 1, 4), bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([url, "PNG", size, size]);
  }
});

it("buttons have ids of their own and commands that the pane knows by name", () => {
  const ids = all("Control").map((control) => control.getAttribute("id"));
  expect(ids).toEqual(["Budget.Check", "Budget.Narrate", "Budget.Inputs", "Budget.Clear", "Budget.Help"]);
  expect(all("FunctionName").map((name) => name.textContent)).toEqual([
    "checkWorkbook",
    "writeNarrative",
    "createInputSheets",
    "clearMarks",
    "openHelp",
  ]);
});

describe("the build", () => {
  const dist = path.join(root, "dist");
  const built = readFileSync(path.join(dist, "manifest.xml"), "utf8");

  it("has every page and file that the manifest points at", () => {
    const urls = [...built.matchAll(/DefaultValue="(https?:\/\/[^/"]+\/[^"]*)"/g)].map((match) => match[1] ?? "");
    expect(urls.length).toBeGreaterThan(20);
    expect(urls.map((url) => url.replace(/^https?:\/\/[^/]+\//, "")).filter((file) => !existsSync(path.join(dist, file)))).toEqual([]);
  });

  it("speaks of one base address only, which the build can replace", () => {
    const addresses = [...text.matchAll(/DefaultValue="(https?:\/\/[^/"]+)/g)].map((match) => match[1]);
    expect([...new Set(addresses)]).toEqual([BASE]);
  });
});
