import { fullAddress, type CellRef } from "../../amount/cell-ref";
import type { CellEntry } from "../../hosts/door";
import type { FormField } from "../../inputs/form";
import { heldAt, heldIn } from "../../workbook/held";
import type { PlainWorkbook } from "../../workbook/plain";
import { openDoor, readBook } from "./checking";
import { putWhereStill } from "./putting";
import type { Services } from "./services";
import { messageOf, type Tasks } from "./task";

export interface FormCommands {
  /** Reads what the 填报 sheets ask for, and what stands there. */
  readonly openForm: () => Promise<boolean>;
  /** Writes an answer into its cell. null: written; else why not, in words. */
  readonly fillIn: (field: FormField, text: string) => Promise<string | null>;
}

export function formCommands(services: Services, tasks: Tasks): FormCommands {
  const { store, engine } = services;
  /** What the cells held when the form was read, or when it last wrote into them. */
  const held = new Map<string, string>();
  return {
    openForm: () =>
      tasks.run("读取填报表", async (watch) => {
        const workbook = await readBook(services, watch);
        const form = await engine.ask(workbook, "form", store.state().choices);
        remember(
          workbook,
          form.flatMap(({ entries }) => entries.flatMap(({ fields }) => fields.map(({ cell }) => cell))),
        );
        store.dispatch({ type: "content", workbook });
        store.dispatch({ type: "form", form });
      }),
    fillIn: async (field, text) => {
      try {
        const { typedInto, withAnswer } = await import("../../inputs/form");
        const value = typedInto(field, text);
        if (value === undefined) return "请填数字，如 1,219.43；没有的填 0。";
        const { sheet, row, column } = field.cell;
        const at = fullAddress(field.cell);
        const refused = `${at} 刚才在表上改过，没有覆盖。请点“重新读取”，再填。`;
        const isStill = (before: CellEntry): boolean => heldIn(before.value) === (held.get(at) ?? "");
        await putWhereStill(openDoor(services), { sheet, row, column, value }, isStill, refused);
        held.set(at, heldIn(value));
        const { form } = store.state();
        if (form) store.dispatch({ type: "form", form: withAnswer(form, field.cell, text.trim()) });
        store.dispatch({ type: "changed" });
        return null;
      } catch (cause) {
        return messageOf(cause);
      }
    },
  };

  function remember(workbook: PlainWorkbook, cells: readonly CellRef[]): void {
    held.clear();
    for (const cell of cells) held.set(fullAddress(cell), heldAt(workbook, cell));
  }
}
