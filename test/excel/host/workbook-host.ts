import { parseArea } from "../area";
import type { FakeSheet } from "../fake-sheet";
import { requireSheetName } from "../fake-sheet";
import { HostError, notFound } from "../host-error";
import type { HostContext } from "./context";
import { Host, child, constant } from "./host";
import { rangeHost } from "./range-host";
import { worksheetHost } from "./worksheet-host";

export interface Subscriptions {
  readonly subscribe: (event: string) => void;
  readonly unsubscribe: (event: string) => void;
  readonly release: (reference: string) => void;
  readonly referenced: (reference: string) => Host;
}

/** The workbook: the root of every request. */
export function workbookHost(context: HostContext, events: Subscriptions): Host {
  const { workbook } = context;
  return new Host({
    properties: {
      Name: { get: () => workbook.name },
      ReadOnly: { get: () => workbook.readOnly },
      Worksheets: child(() => worksheetsHost(context, events)),
      Settings: child(() => settingsHost(context)),
      Protection: child(() => new Host({ properties: { Protected: { get: () => workbook.structureProtected } } })),
      Application: child(
        () => new Host({ properties: { CalculationMode: constant("Automatic") }, methods: { Calculate: () => undefined } }),
      ),
    },
    methods: {
      _RemoveReference: (reference) => events.release(String(reference)),
      _GetObjectByReferenceId: (reference) => events.referenced(String(reference)),
      GetSelectedRange: () => {
        const at = workbook.selection ?? (workbook.active && { sheet: workbook.active, area: parseArea("A1") });
        if (!at) throw new HostError("InvalidSelection", "The current selection is invalid for this operation.");
        return rangeHost(context, at.sheet, at.area);
      },
    },
  });
}

function worksheetsHost(context: HostContext, events: Subscriptions): Host {
  const { workbook } = context;
  const host = (sheet: FakeSheet): Host => worksheetHost(context, sheet);
  const find = (key: unknown): Host | null => {
    const sheet = workbook.find(String(key));
    return sheet ? host(sheet) : null;
  };
  const get = (key: unknown): Host => {
    const found = find(key);
    if (!found) throw notFound(`worksheet ${String(key)}`);
    return found;
  };
  const registration = (name: string): Record<string, () => void> => ({
    [`_Register${name}Event`]: () => events.subscribe(name),
    [`_Unregister${name}Event`]: () => events.unsubscribe(name),
  });
  return new Host({
    items: () => workbook.sheets.map(host),
    indexer: get,
    methods: {
      GetItem: get,
      GetItemOrNullObject: find,
      GetCount: () => workbook.sheets.length,
      GetActiveWorksheet: () => {
        if (!workbook.active) throw notFound("active worksheet");
        return host(workbook.active);
      },
      Add: (name) => {
        context.mayRestructure();
        const wanted = name === undefined || name === null ? `Sheet${String(workbook.sheets.length + 1)}` : requireSheetName(name);
        workbook.requireFree(wanted);
        const sheet = workbook.addSheet(wanted);
        context.raise("added", sheet);
        return host(sheet);
      },
      ...registration("DataChanged"),
      ...registration("Added"),
      ...registration("Deleted"),
    },
  });
}

/** JSON values kept with the workbook. */
function settingsHost(context: HostContext): Host {
  const { settings } = context.workbook;
  const host = (key: string): Host =>
    new Host({
      id: key,
      properties: { Key: constant(key), Value: { get: () => settings.get(key) } },
      methods: {
        Delete: () => {
          context.mayEdit(null);
          settings.delete(key);
        },
      },
    });
  const find = (key: unknown): Host | null => (settings.has(String(key)) ? host(String(key)) : null);
  const get = (key: unknown): Host => {
    const found = find(key);
    if (!found) throw notFound(`setting ${String(key)}`);
    return found;
  };
  return new Host({
    items: () => [...settings.keys()].map(host),
    indexer: get,
    methods: {
      GetItem: get,
      GetItemOrNullObject: find,
      Add: (key, value) => {
        context.mayEdit(null);
        settings.set(String(key), value);
        return host(String(key));
      },
    },
  });
}
