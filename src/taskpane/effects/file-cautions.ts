import { fullAddress } from "../../amount/cell-ref";
import type { SheetDoor } from "../../hosts/sheet/sheet-door";

/** What is to be known of a workbook before its first edit. */
export function cautionsOf(door: SheetDoor): readonly string[] {
  return [...lost(door), ...voided(door), ...uncalculated(door)];
}

/** What a file that is no .xlsx loses by being saved as one. */
function lost(door: SheetDoor): readonly string[] {
  if (!door.source.converted) return [];
  return [
    `这份文件不是 .xlsx，修改后会另存为“${door.savedName}”：数值、公式、数字格式、合并单元格、列宽、隐藏的行列和工作表保护（不带密码）会保留；字体、边框、底色、批注、图片、图表、数据有效性、条件格式、打印设置、宏和数字签名不会保留。原文件不变。要全部保留，请先在 Excel 或 WPS 中另存为 .xlsx 再打开。`,
  ];
}

/** A signature covers every byte: whoever opens the changed file is told that it was changed after it was signed. */
function voided(door: SheetDoor): readonly string[] {
  return door.source.signed
    ? ["这份文件带有数字签名。修改后另存的文件，签名会失效；要保留有效的签名，请改好以后由签名人重新签名。原文件不变。"]
    : [];
}

/** Formulas that keep their stored value: said once, the first of them named. */
function uncalculated(door: SheetDoor): readonly string[] {
  const cells = door.uncalculated;
  const [first] = cells;
  if (!first) return [];
  return [
    `有 ${cells.length} 个公式（如 ${fullAddress(first)}）用到这里不能计算的函数或其他工作簿，显示的是文件中原有的结果。它们引用的单元格改动以后，这些公式按“未计算”处理，不参加校验；另存后由 Excel 或 WPS 重新计算。`,
  ];
}
