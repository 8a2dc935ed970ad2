import type { Sync } from "./session";

/** Values are kept as JSON text: Excel's own conversion of objects differs between its editions. */
export async function loadSetting(context: Excel.RequestContext, sync: Sync, key: string): Promise<unknown> {
  const setting = context.workbook.settings.getItemOrNullObject(key);
  setting.load("value");
  await sync();
  if (setting.isNullObject) return undefined;
  const kept: unknown = setting.value;
  if (typeof kept !== "string") return undefined;
  try {
    return JSON.parse(kept) as unknown;
  } catch {
    return undefined;
  }
}

/** Kept when the workbook is saved; undefined forgets the key. */
export async function saveSetting(context: Excel.RequestContext, sync: Sync, key: string, value: unknown): Promise<void> {
  if (value !== undefined) context.workbook.settings.add(key, JSON.stringify(value));
  else {
    const setting = context.workbook.settings.getItemOrNullObject(key);
    await sync();
    if (setting.isNullObject) return;
    setting.delete();
  }
  await sync();
}
