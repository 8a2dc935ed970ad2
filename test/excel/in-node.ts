import type { PlainWorkbook } from "../../src/workbook/plain";
import { FakeExcel } from "./fake-excel";
import { FakeWorkbook } from "./fake-workbook";
import { loadExcelLibrary } from "./library";

/**
 * Opens a workbook in the fake Excel and puts the genuine library's globals (Excel, Office, OfficeExtension) in place,
 * as a page inside Excel would find them. The last workbook opened is the one that counts.
 */
export function openInNode(workbook: PlainWorkbook | FakeWorkbook): FakeExcel {
  const fake = workbook instanceof FakeWorkbook ? new FakeExcel(workbook) : FakeExcel.of(workbook);
  const { Excel, Office, OfficeExtension } = loadExcelLibrary(fake);
  Object.assign(globalThis, { Excel, Office, OfficeExtension });
  return fake;
}
