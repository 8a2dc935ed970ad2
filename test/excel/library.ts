import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Script, createContext } from "node:vm";
import type { FakeExcel } from "./fake-excel";

/** Where the genuine, unmodified library lies. */
export const officeJsFolder = join(dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

const HOST_LIBRARY = "excel-win32-16.01.js";

/** What the library declares when it is loaded. */
export interface OfficeLibrary {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
}

interface Bridge {
  sendMessageToHost: (text: string) => void;
  onMessageFromHost: (text: string) => void;
}

let compiled: Script | undefined;

/** A loaded library and the fake that it talks to now. */
export interface LoadedLibrary {
  readonly library: OfficeLibrary;
  readonly talkTo: (fake: FakeExcel) => void;
}

/** The genuine Excel library in Node: real proxies, real errors. Loaded anew, so that nothing is shared with another. */
export function loadExcelLibrary(): LoadedLibrary {
  compiled ??= new Script(readFileSync(join(officeJsFolder, HOST_LIBRARY), "utf8"), { filename: HOST_LIBRARY });
  const bridge: Bridge = { sendMessageToHost: () => undefined, onMessageFromHost: () => undefined };
  const window = windowStub(bridge);
  compiled.runInContext(createContext(window));
  return {
    library: window as unknown as OfficeLibrary,
    talkTo: (fake) => {
      bridge.sendMessageToHost = (text) => void fake.receive(text);
      fake.connect((text) => bridge.onMessageFromHost(text));
    },
  };
}

/** As little of a browser as the library touches while it loads. */
function windowStub(bridge: Bridge): Record<string, unknown> {
  const nothing = (): undefined => undefined;
  const element = (): Record<string, unknown> => ({ setAttribute: nothing, appendChild: nothing, getAttribute: () => null, style: {} });
  const storage = { getItem: () => null, setItem: nothing, removeItem: nothing, length: 0 };
  const window: Record<string, unknown> = {
    _richApiNativeBridge: bridge,
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    performance,
    external: {},
    location: new URL("http://localhost/"),
    navigator: { userAgent: "Node", language: "zh-CN" },
    addEventListener: nothing,
    removeEventListener: nothing,
    document: {
      getElementsByTagName: () => [],
      createElement: element,
      head: element(),
      body: element(),
      documentElement: element(),
      addEventListener: nothing,
      URL: "http://localhost/",
      cookie: "",
    },
    sessionStorage: storage,
    localStorage: storage,
  };
  Object.assign(window, { window, self: window, top: window, parent: window });
  return window;
}
