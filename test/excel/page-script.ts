/** What the page's stub of Excel is told when it starts; plain JSON. */
export interface PageOptions {
  /** Office's colours, as 0xRRGGBB. */
  readonly theme: {
    readonly bodyBackgroundColor: number;
    readonly bodyForegroundColor: number;
    readonly controlBackgroundColor: number;
    readonly controlForegroundColor: number;
  };
  readonly readOnly: boolean;
}

type EventHandler = (id: number, payload: unknown) => void;

/** What the script leaves in the page for the harness. */
export interface ExcelWindow {
  _richApiNativeBridge: { sendMessageToHost: (text: string) => void; onMessageFromHost: (text: string) => void };
  __sendToFakeExcel: (text: string) => Promise<void>;
  __excelEvents: Map<number, EventHandler>;
  __ribbonCompleted: number;
}

/**
 * Runs in the page before anything else, so it may use nothing from outside: the bridge that the library looks for when
 * it loads, and `window.external` as Excel for Windows provides it to an add-in.
 */
export function installExcel(options: PageOptions): void {
  const host = window as unknown as ExcelWindow;
  host.__excelEvents = new Map();
  host.__ribbonCompleted = 0;
  host._richApiNativeBridge = { sendMessageToHost: (text) => void host.__sendToFakeExcel(text), onMessageFromHost: () => undefined };
  const requirementSets = {
    ExcelApi: 1.17,
    SharedRuntime: 1.2,
    AddinCommands: 1.3,
    RibbonApi: 1.2,
    CustomFunctionsRuntime: 1.4,
    DialogApi: 1.2,
    OpenBrowserWindowApi: 1.1,
    Settings: 1.1,
  };
  const settings = { Read: () => undefined, Write: () => undefined, Save: () => undefined, Refresh: () => undefined };
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => "budget-disclosure-assistant",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => 2052,
    GetAppDataLocale: () => 2052,
    GetDocUrl: () => "",
    GetAppCapabilities: () => (options.readOnly ? 1 : 0),
    GetActivationMode: () => 2,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetCorrelationId: () => "",
    GetInstanceId: () => "1",
    GetSupportedMatrix: () => JSON.stringify(requirementSets),
    GetHostFullVersion: () => "16.0.17928.20000",
    GetInitialDisplayMode: () => 0,
    GetOfficeThemeInfo: () => JSON.stringify(options.theme),
    GetSettings: () => settings,
  };
  const external = {
    GetContext: () => context,
    GetHostInfo: () => "Excel$Win32$16.01$zh-CN$$$$1",
    GetLoggingAllowed: () => false,
    MessageParent: () => undefined,
    /** 94: a ribbon command says that it is done. */
    Execute: (id: number, _: unknown, callback: (answer: readonly unknown[], status: number) => void) => {
      if (id === 94) host.__ribbonCompleted += 1;
      callback([0], 0);
    },
    RegisterEvent: (id: number, _: string, handler: EventHandler, callback: (status: number) => void) => {
      host.__excelEvents.set(id, handler);
      callback(0);
    },
    UnregisterEvent: (id: number, _: string, callback: (status: number) => void) => {
      host.__excelEvents.delete(id);
      callback(0);
    },
  };
  Object.defineProperty(window, "external", { value: external, configurable: true });
}
