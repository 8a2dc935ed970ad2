/// <reference types="et-jsapi-declare" />
import type { WpsApplication, WpsFormatCondition, WpsSheet, WpsWorkbook } from "../../../src/hosts/wps/model";

/**
 * WPS's own declarations have everything that the door asks for: checked by the compiler, whose errors here name the member
 * that is not as declared.
 */
type Declared<Wanted, Given extends Wanted> = Given;

export type Held = [
  Declared<WpsApplication, typeof window.Application>,
  Declared<WpsWorkbook, Et.Workbook>,
  Declared<WpsSheet, Et.Worksheet>,
  Declared<WpsFormatCondition, Et.FormatCondition>,
];
