import type { Area } from "../area";
import { overlaps, sameArea } from "../area";
import type { FakeSheet } from "../fake-sheet";
import { invalid } from "../host-error";
import type { HostContext } from "./context";
import { Host } from "./host";

/** Excel keeps at most 255 characters of a list written into the rule. */
const LONGEST_LIST = 255;

/** Data validation of one area. */
export function validationHost(context: HostContext, sheet: FakeSheet, area: Area): Host {
  const here = (): FakeSheet["validations"][number] | undefined => sheet.validations.find((entry) => sameArea(entry.area, area));
  const entry = (): FakeSheet["validations"][number] => {
    const found = here();
    if (found) return found;
    const made = { area, rule: null };
    sheet.validations.push(made);
    return made;
  };
  /** As documented: one kind for all the cells, none, or that they are of several. */
  const typeOf = (): string => {
    const touching = sheet.validations.filter((one) => overlaps(one.area, area));
    const [only] = touching;
    if (!only) return "None";
    const whole =
      only.area.top <= area.top && only.area.bottom >= area.bottom && only.area.left <= area.left && only.area.right >= area.right;
    const [kind = "list"] = Object.keys(only.rule ?? {});
    return touching.length === 1 && whole ? kind.charAt(0).toUpperCase() + kind.slice(1) : "Inconsistent";
  };
  return new Host({
    properties: {
      Type: { get: typeOf },
      Rule: {
        get: () => here()?.rule ?? {},
        set: (value) => {
          context.mayEdit(sheet);
          const source = (value as { list?: { source?: unknown } }).list?.source;
          if (typeof source === "string" && source.length > LONGEST_LIST) throw invalid("The list source is too long.");
          entry().rule = value;
        },
      },
      ErrorAlert: {
        get: () => here()?.errorAlert ?? {},
        set: (value) => {
          context.mayEdit(sheet);
          entry().errorAlert = value;
        },
      },
    },
    methods: {
      Clear: () => {
        context.mayEdit(sheet);
        sheet.validations = sheet.validations.filter((other) => !overlaps(other.area, area));
      },
    },
  });
}
