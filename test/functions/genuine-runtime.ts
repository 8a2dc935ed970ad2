import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const FILE = require.resolve("@microsoft/office-js/dist/custom-functions-runtime.js");

/**
 * Excel's own custom functions runtime, loaded without Excel, so that errors in these tests are the genuine objects.
 * It asks for no more of a page than the name of its script and a few empty hooks.
 */
export function installCustomFunctions(): void {
  const nothing = (): void => undefined;
  const element = {
    setAttribute: nothing,
    appendChild: nothing,
    insertBefore: nothing,
    getAttribute: () => null,
    src: "http://localhost/custom-functions-runtime.js",
  };
  const page: Record<string, unknown> = {
    console: { log: nothing, warn: nothing, error: nothing },
    setTimeout: nothing,
    clearTimeout: nothing,
    setInterval: nothing,
    addEventListener: nothing,
    Promise,
    external: {},
    history: {},
    location: { href: "http://localhost/", search: "", hash: "", host: "localhost", origin: "http://localhost" },
    navigator: { userAgent: "", platform: "" },
    document: {
      readyState: "loading",
      cookie: "",
      head: element,
      addEventListener: nothing,
      getElementById: () => null,
      getElementsByTagName: () => [element],
      createElement: () => element,
    },
  };
  page["window"] = page;
  page["self"] = page;
  runInContext(readFileSync(FILE, "utf8"), createContext(page));
  Object.assign(globalThis, { CustomFunctions: page["CustomFunctions"] });
}
