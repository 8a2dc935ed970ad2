import type { DoorProblem } from "../../hosts/door";
import type { EngineService } from "./service";

/** A call to the engine in its worker: one method of the service with its arguments. */
export interface Call {
  readonly id: number;
  readonly method: keyof EngineService;
  readonly args: readonly unknown[];
}

export type Answer =
  | { readonly id: number; readonly result: unknown }
  /** `kind`: of a `DoorProblem`, whose class does not cross between threads; null for a fault of the engine itself. */
  | { readonly id: number; readonly problem: string; readonly kind: DoorProblem["kind"] | null };

/** Calls a method of the service. Callers keep arguments in step with the method by `Transport`'s own types. */
export async function runCall(service: EngineService, method: keyof EngineService, args: readonly unknown[]): Promise<unknown> {
  const run = service[method] as unknown as (...given: readonly unknown[]) => unknown;
  return await run(...args);
}
