import type { PlainWorkbook } from "../../src/workbook/plain";
import { FakeExcel } from "./fake-excel";
import { FakeWorkbook } from "./fake-workbook";
import { loadExcelLibrary, type LoadedLibrary } from "./library";

const fakeOf = (workbook: PlainWorkbook | FakeWorkbook): FakeExcel =>
  workbook instanceof FakeWorkbook ? new FakeExcel(workbook) : FakeExcel.of(workbook);

/**
 * Opens a workbook in the fake Excel and puts the genuine library's globals (Excel, Office, OfficeExtension) in place,
 * as a page inside Excel would find them. The last workbook opened is the one that counts.
 */
export function openInNode(workbook: PlainWorkbook | FakeWorkbook): FakeExcel {
  return put(loadExcelLibrary(), fakeOf(workbook));
}

let kept: LoadedLibrary | undefined;

/** Opens a workbook behind a library that stays loaded, as in one Excel where workbooks follow each other. */
export function openNextInNode(workbook: PlainWorkbook | FakeWorkbook): FakeExcel {
  return put((kept ??= loadExcelLibrary()), fakeOf(workbook));
}

function put({ library: { Excel, Office, OfficeExtension }, talkTo }: LoadedLibrary, fake: FakeExcel): FakeExcel {
  talkTo(fake);
  Object.assign(globalThis, { Excel, Office, OfficeExtension });
  return fake;
}
