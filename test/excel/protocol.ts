import type { QueryInfo } from "./host/query";

/** What the library sends over the bridge, as far as the fake reads it. */
export interface BridgeMessage {
  readonly id: number;
  readonly message: { readonly body: RequestBody | string };
}

export interface RequestBody {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Parallel to the arguments: those that are objects. */
  readonly ReferencedObjectPathIds?: readonly (number | null)[] | null;
}

export const ActionType = { instantiate: 1, query: 2, method: 3, set: 4, trace: 5 } as const;

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

export const PathType = { global: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, none: 7 } as const;

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface ResponseBody {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number };
}
