import type { Area } from "../area";
import { overlaps } from "../area";
import type { FakeConditionalFormat, FakeSheet } from "../fake-sheet";
import { requireFormula } from "../fake-cell";
import { invalid, notFound } from "../host-error";
import type { HostContext } from "./context";
import { Host, child, constant } from "./host";

/** The conditional formats that touch some areas; new ones come first, as in Excel. */
export function conditionalFormatsHost(context: HostContext, sheet: FakeSheet, areas: readonly Area[]): Host {
  const touching = (): FakeConditionalFormat[] =>
    sheet.conditionalFormats.filter((format) => format.areas.some((area) => areas.some((wanted) => overlaps(area, wanted))));
  const byId = (id: unknown): Host => {
    const format = sheet.conditionalFormats.find((candidate) => candidate.id === id);
    if (!format) throw notFound(`conditional format ${String(id)}`);
    return conditionalFormatHost(context, sheet, format);
  };
  return new Host({
    items: () => touching().map((format) => conditionalFormatHost(context, sheet, format)),
    indexer: byId,
    methods: {
      GetItem: byId,
      GetCount: () => touching().length,
      Add: (type) => {
        context.mayFormat(sheet);
        const format: FakeConditionalFormat = {
          id: context.newId(),
          type: String(type),
          areas,
          formula: "",
          fill: null,
          font: null,
          writing: new Map(),
          stopIfTrue: false,
        };
        sheet.conditionalFormats = [format, ...sheet.conditionalFormats];
        return conditionalFormatHost(context, sheet, format);
      },
      ClearAll: () => {
        context.mayFormat(sheet);
        const gone = new Set(touching());
        sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !gone.has(format));
      },
    },
  });
}

function conditionalFormatHost(context: HostContext, sheet: FakeSheet, format: FakeConditionalFormat): Host {
  const fill = (): Host =>
    new Host({
      properties: {
        Color: {
          get: () => format.fill,
          set: (value) => {
            context.mayFormat(sheet);
            format.fill = String(value);
          },
        },
      },
    });
  const font = (): Host =>
    new Host({
      properties: {
        Color: {
          get: () => format.font,
          set: (value) => {
            context.mayFormat(sheet);
            format.font = String(value);
          },
        },
        ...Object.fromEntries(
          ["Bold", "Italic", "Strikethrough", "Underline"].map((name) => [
            name,
            {
              get: () => format.writing.get(name) ?? null,
              set: (value: unknown) => {
                context.mayFormat(sheet);
                format.writing.set(name, value);
              },
            },
          ]),
        ),
      },
    });
  const rule = (): Host =>
    new Host({
      properties: {
        Formula: {
          get: () => format.formula,
          set: (value) => {
            context.mayFormat(sheet);
            if (!String(value).startsWith("=")) throw invalid("A rule is a formula.");
            requireFormula(String(value));
            format.formula = String(value);
          },
        },
      },
    });
  const custom = (): Host =>
    new Host({
      properties: {
        Rule: child(rule),
        Format: child(() => new Host({ properties: { Fill: child(fill), Font: child(font) } })),
      },
    });
  return new Host({
    id: format.id,
    properties: {
      Id: constant(format.id),
      Type: constant(format.type),
      Priority: { get: () => sheet.conditionalFormats.indexOf(format) },
      StopIfTrue: {
        get: () => format.stopIfTrue,
        set: (value) => {
          context.mayFormat(sheet);
          format.stopIfTrue = value === true;
        },
      },
      Custom: child(() => {
        if (format.type !== "Custom") throw notFound("custom rule of another kind of conditional format");
        return custom();
      }),
      CustomOrNullObject: child(() => (format.type === "Custom" ? custom() : null)),
    },
    methods: {
      Delete: () => {
        context.mayFormat(sheet);
        sheet.conditionalFormats = sheet.conditionalFormats.filter((other) => other !== format);
      },
    },
  });
}
