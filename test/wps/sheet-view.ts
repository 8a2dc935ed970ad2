import { quoteSheet } from "../../src/amount/cell-ref";
import type { WpsNames, WpsSheet, WpsSheets, WpsWorkbook } from "../../src/hosts/wps/model";
import { parseArea, WHOLE_SHEET } from "../excel/area";
import { requireSheetName, type FakeSheet } from "../excel/fake-sheet";
import type { FakeWps } from "./fake-wps";
import { RangeView } from "./range-view";

const VISIBLE = { visible: -1, hidden: 0, veryHidden: 2 } as const;

export class WorkbookView implements WpsWorkbook {
  constructor(private readonly app: FakeWps) {}

  get Name(): string {
    return this.app.workbook.name;
  }

  get FullName(): string {
    return `D:\\预算\\${this.Name}`;
  }

  get ProtectStructure(): boolean {
    return this.app.workbook.structureProtected;
  }

  readonly Saved = true;

  get Names(): WpsNames {
    return namesOf(this.app, null);
  }

  get Worksheets(): WpsSheets {
    const { app } = this;
    const { workbook } = app;
    return {
      Count: workbook.sheets.length,
      Item: (index) => {
        const sheet = workbook.sheets[index - 1];
        return sheet && new SheetView(app, sheet);
      },
      Add: (_, after) => {
        if (app.deaf || workbook.structureProtected) return undefined;
        const made = workbook.addSheet(`Sheet${String(workbook.sheets.length + 1)}`);
        const behind = workbook.sheets.findIndex(({ name }) => name === (after as SheetView | undefined)?.Name);
        workbook.sheets.splice(workbook.sheets.indexOf(made), 1);
        workbook.sheets.splice(behind < 0 ? 0 : behind + 1, 0, made);
        workbook.active = made;
        app.tell("WorkbookNewSheet", this, new SheetView(app, made));
        return new SheetView(app, made);
      },
    };
  }

  Activate(): void {
    // It is the only one.
  }

  SaveCopyAs(path: string): void {
    this.app.saveCopy(path);
  }

  /** Asks the user, and waits for the answer. */
  SaveAs(): void {
    this.app.modals += 1;
  }
}

/** All names of the workbook, whichever sheet is asked, each with its sheet before it. */
function namesOf(app: FakeWps, sheet: FakeSheet | null): WpsNames {
  const { workbook } = app;
  const all = workbook.sheets.flatMap((held) => held.names.map(({ name }) => ({ Name: `${quoteSheet(held.name)}!${name}` })));
  return {
    Count: all.length,
    Item: (index) => all[index - 1],
    Add: (name, formula, visible) => {
      if (sheet && app.takes(sheet)) sheet.names.push({ name, formula, visible });
    },
  };
}

export class SheetView implements WpsSheet {
  constructor(
    private readonly app: FakeWps,
    readonly held: FakeSheet,
  ) {}

  get Parent(): WorkbookView {
    return this.app.view;
  }

  get Name(): string {
    return this.held.name;
  }

  set Name(name: string) {
    if (this.app.deaf || this.app.workbook.find(name)) return;
    this.held.name = requireSheetName(name);
  }

  get Visible(): number {
    return VISIBLE[this.held.visibility];
  }

  set Visible(state: number) {
    this.held.visibility = state === VISIBLE.visible ? "visible" : state === VISIBLE.hidden ? "hidden" : "veryHidden";
    const { workbook } = this.app;
    if (state !== VISIBLE.visible && workbook.active === this.held)
      workbook.active = workbook.sheets.find(({ visibility }) => visibility === "visible") ?? null;
  }

  get ProtectContents(): boolean {
    return this.held.protected;
  }

  get UsedRange(): RangeView {
    return new RangeView(this.app, this.held, [this.held.usedArea(false) ?? { top: 0, left: 0, bottom: 0, right: 0 }]);
  }

  get Cells(): RangeView {
    return new RangeView(this.app, this.held, [WHOLE_SHEET]);
  }

  get Names(): WpsNames {
    return namesOf(this.app, this.held);
  }

  readonly Hyperlinks = {
    Add: (anchor: unknown, _: string, place = "", tip = "") => {
      const { top, left } = (anchor as RangeView).areas[0] ?? WHOLE_SHEET;
      this.held.ensure(top, left).hyperlink = { documentReference: place, screenTip: tip };
    },
  };

  /** There is no printer. */
  get PageSetup(): WpsSheet["PageSetup"] {
    throw new Error("0x800A03EC");
  }

  /** Longer lists than a program of this kind takes are refused. */
  Range(list: string): RangeView {
    if (list.length > 255) throw new Error("0x800A03EC");
    return new RangeView(this.app, this.held, list.split(",").map(parseArea));
  }

  /** A hidden sheet does not come into view, and nothing says so. */
  Activate(): void {
    if (!this.app.deaf && this.held.visibility === "visible") this.app.workbook.active = this.held;
  }

  /** Asks first; very hidden sheets stay. */
  Delete(): void {
    const { workbook } = this.app;
    if (this.app.DisplayAlerts) this.app.modals += 1;
    if (this.app.deaf || this.app.DisplayAlerts || workbook.structureProtected || this.held.visibility === "veryHidden") return;
    this.app.tell("SheetBeforeDelete", this);
    workbook.sheets.splice(workbook.sheets.indexOf(this.held), 1);
    if (workbook.active === this.held) workbook.active = workbook.sheets.find(({ visibility }) => visibility === "visible") ?? null;
  }
}
