import type { WpsApplication } from "./model";
import { has } from "./sheets";

/** WPS's object model where this page runs in WPS. */
export function findWps(): WpsApplication | null {
  const { Application: application, wps } = window as unknown as { readonly Application?: unknown; readonly wps?: unknown };
  const found = [application, wps].find((one) => has(one, "PluginStorage"));
  return (found as WpsApplication | undefined) ?? null;
}
