import { WHOLE_SHEET, parseArea } from "../area";
import type { FakeName, FakeSheet } from "../fake-sheet";
import { requireSheetName } from "../fake-sheet";
import { requireFormula } from "../fake-cell";
import { HostError, invalid, notFound, taken } from "../host-error";
import type { HostContext } from "./context";
import { Host, child, constant, kept } from "./host";
import { rangeAreasHost, rangeHost } from "./range-host";

/** One worksheet. */
export function worksheetHost(context: HostContext, sheet: FakeSheet): Host {
  const { workbook } = context;
  const used = (valuesOnly: unknown): Host | null => {
    const area = sheet.usedArea(valuesOnly === true);
    return area && rangeHost(context, sheet, area);
  };
  return new Host({
    id: sheet.id,
    properties: {
      Id: constant(sheet.id),
      Name: {
        get: () => sheet.name,
        set: (value) => {
          context.mayRestructure();
          const name = requireSheetName(value);
          workbook.requireFree(name, sheet);
          sheet.name = name;
        },
      },
      Position: { get: () => workbook.sheets.indexOf(sheet) },
      Visibility: {
        get: () => sheet.visibility.charAt(0).toUpperCase() + sheet.visibility.slice(1),
        set: (value) => {
          context.mayRestructure();
          if (value !== "Visible") workbook.requireAnotherVisible(sheet);
          sheet.visibility = value === "Visible" ? "visible" : value === "Hidden" ? "hidden" : "veryHidden";
        },
      },
      ShowGridlines: { get: () => sheet.showGridlines, set: (value) => (sheet.showGridlines = value === true) },
      TabColor: { get: () => sheet.tabColor, set: (value) => (sheet.tabColor = String(value)) },
      Protection: child(() => new Host({ properties: { Protected: { get: () => sheet.protected } } })),
      FreezePanes: child(() => freezePanesHost(context, sheet)),
      PageLayout: child(() => pageLayoutHost(context, sheet)),
      Names: child(() => namesHost(context, sheet)),
      CustomProperties: child(() => customPropertiesHost(context, sheet)),
    },
    methods: {
      Activate: () => {
        if (sheet.visibility !== "visible") throw new HostError("InvalidOperation", "The worksheet is hidden.");
        workbook.active = sheet;
      },
      Delete: () => {
        context.mayRestructure();
        workbook.requireAnotherVisible(sheet);
        workbook.sheets = workbook.sheets.filter((other) => other !== sheet);
        if (workbook.active === sheet) workbook.active = workbook.sheets[0] ?? null;
        context.raise("deleted", sheet);
      },
      GetRange: (address) => rangeHost(context, sheet, typeof address === "string" ? parseArea(address) : WHOLE_SHEET),
      GetRanges: (addresses) => {
        if (String(addresses).length > 8192) throw invalid("The address is too long.");
        return rangeAreasHost(context, sheet, String(addresses).split(",").map(parseArea));
      },
      GetCell: (row, column) =>
        rangeHost(context, sheet, { top: Number(row), left: Number(column), bottom: Number(row), right: Number(column) }),
      GetRangeByIndexes: (row, column, rows, columns) => {
        if (!(Number(row) >= 0 && Number(column) >= 0 && Number(rows) > 0 && Number(columns) > 0))
          throw invalid("The range is outside the sheet.");
        return rangeHost(context, sheet, {
          top: Number(row),
          left: Number(column),
          bottom: Number(row) + Number(rows) - 1,
          right: Number(column) + Number(columns) - 1,
        });
      },
      GetUsedRangeOrNullObject: used,
      /** For a blank sheet Excel gives its first cell. */
      GetUsedRange: (valuesOnly) => used(valuesOnly) ?? rangeHost(context, sheet, parseArea("A1")),
    },
  });
}

function freezePanesHost(context: HostContext, sheet: FakeSheet): Host {
  const freeze = (rows: number): void => {
    context.mayEdit(sheet);
    sheet.frozenRows = rows;
  };
  return new Host({ methods: { FreezeRows: (rows) => freeze(Number(rows ?? 1)), Unfreeze: () => freeze(0) } });
}

function pageLayoutHost(context: HostContext, sheet: FakeSheet): Host {
  const allow = (): void => context.mayEdit(sheet);
  const names = ["Orientation", "Zoom", "PaperSize", "CenterHorizontally"];
  return new Host({
    properties: Object.fromEntries(names.map((name) => [name, kept(sheet.pageLayout, name, allow)])),
    methods: {
      SetPrintTitleRows: (address) => {
        allow();
        sheet.pageLayout["PrintTitleRows"] = String(address);
      },
    },
  });
}

/** What Excel takes for a name: no cell's address, no blank. */
const NAME = /^(?![A-Za-z]{1,3}\d+$|[RrCc]$)[\p{L}_\\][\p{L}\d_.\\]{0,254}$/u;

/** Defined names of one sheet. */
function namesHost(context: HostContext, sheet: FakeSheet): Host {
  const host = (name: FakeName): Host =>
    new Host({
      id: name.name,
      properties: {
        Name: constant(name.name),
        Formula: { get: () => name.formula },
        Visible: {
          get: () => name.visible,
          set: (value) => {
            context.mayEdit(sheet);
            name.visible = value === true;
          },
        },
      },
      methods: {
        Delete: () => {
          context.mayEdit(sheet);
          sheet.names = sheet.names.filter((other) => other !== name);
        },
      },
    });
  const find = (key: unknown): Host | null => {
    const found = sheet.names.find((name) => name.name.toLowerCase() === String(key).toLowerCase());
    return found ? host(found) : null;
  };
  const get = (key: unknown): Host => {
    const found = find(key);
    if (!found) throw notFound(`name ${String(key)}`);
    return found;
  };
  return new Host({
    items: () => sheet.names.map(host),
    indexer: get,
    methods: {
      GetItem: get,
      GetItemOrNullObject: find,
      Add: (name, reference) => {
        context.mayEdit(sheet);
        if (find(name)) throw taken();
        if (!NAME.test(String(name))) throw invalid("The name is not valid.");
        requireFormula(String(reference));
        const added: FakeName = { name: String(name), formula: String(reference), visible: true };
        sheet.names.push(added);
        return host(added);
      },
    },
  });
}

function customPropertiesHost(context: HostContext, sheet: FakeSheet): Host {
  const host = (key: string): Host =>
    new Host({ id: key, properties: { Key: constant(key), Value: { get: () => sheet.customProperties.get(key) ?? "" } } });
  return new Host({
    items: () => [...sheet.customProperties.keys()].map(host),
    methods: {
      GetItemOrNullObject: (key) => (sheet.customProperties.has(String(key)) ? host(String(key)) : null),
      Add: (key, value) => {
        context.mayEdit(sheet);
        sheet.customProperties.set(String(key), String(value));
        return host(String(key));
      },
    },
  });
}
