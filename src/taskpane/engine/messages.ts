import type { EngineService } from "./service";

/** A call to the engine in its worker: one method of the service with its arguments. */
export type Call = {
  [Method in keyof EngineService]: { readonly id: number; readonly method: Method; readonly args: Parameters<EngineService[Method]> };
}[keyof EngineService];

export type Answer =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly problem: string };
