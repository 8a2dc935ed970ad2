import { DoorProblem } from "../../hosts/door";
import { runCall, type Answer, type Call } from "./messages";
import type { EngineService } from "./service";

/** What a method of the engine answers. */
export type Result<Method extends keyof EngineService> = Awaited<ReturnType<EngineService[Method]>>;

/** Something that answers calls to the engine, in order. */
export interface Transport {
  readonly call: <Method extends keyof EngineService>(
    method: Method,
    ...args: Parameters<EngineService[Method]>
  ) => Promise<Result<Method>>;
  /** Gives up whatever is under way; later calls start afresh. */
  readonly stop: () => void;
}

const CANCELLED = "已取消。";
const engineProblem = (cause: string): DoorProblem =>
  new DoorProblem("unknown", "校验程序没有做完这一步，没有得出结果。请重新打开本窗格再试；仍不行，请把工作簿交给管理员。", { cause });

/** The engine in a worker of its own, started when first called. */
export function workerTransport(): Transport {
  const waiting = new Map<number, { readonly resolve: (value: unknown) => void; readonly reject: (reason: Error) => void }>();
  let worker: Worker | null = null;
  let last = 0;
  const abandon = (reason: Error): void => {
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = new Worker(new URL("./worker.ts", import.meta.url));
    started.onmessage = ({ data }: MessageEvent<Answer>) => {
      const asked = waiting.get(data.id);
      waiting.delete(data.id);
      if ("problem" in data) asked?.reject(data.kind ? new DoorProblem(data.kind, data.problem) : engineProblem(data.problem));
      else asked?.resolve(data.result);
    };
    started.onerror = (event) => {
      event.preventDefault();
      abandon(engineProblem(event.message || "无法启动"));
    };
    return started;
  };
  return {
    call: <Method extends keyof EngineService>(method: Method, ...args: Parameters<EngineService[Method]>) =>
      new Promise<Result<Method>>((resolve, reject) => {
        worker ??= start();
        const call: Call = { id: ++last, method, args };
        // The worker answers each method with that method's own result.
        waiting.set(call.id, { resolve: (result) => resolve(result as Result<Method>), reject });
        worker.postMessage(call);
      }),
    stop: () => abandon(new DoorProblem("cancelled", CANCELLED)),
  };
}

/** The engine on the pane's own thread: where workers cannot be had. */
export function inlineTransport(): Transport {
  const service = import("./service").then(({ createService }) => createService());
  return {
    call: <Method extends keyof EngineService>(method: Method, ...args: Parameters<EngineService[Method]>): Promise<Result<Method>> =>
      service.then((ready) => runCall(ready, method, args)).then((result) => result as Result<Method>),
    stop: () => undefined,
  };
}
