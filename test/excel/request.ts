import { HostError, invalid, notFound } from "./host-error";
import { Host } from "./host/host";
import { query } from "./host/query";
import type { ServiceHost } from "./host/service-host";
import type { Action, ArgumentInfo, ObjectPath, RequestBody, ResponseBody } from "./protocol";
import { ActionType, PathType } from "./protocol";

export interface RequestServices {
  readonly root: Host;
  readonly reference: (id: string) => Host;
  readonly keep: (host: Host) => string;
  readonly service: (name: string) => ServiceHost;
}

/**
 * Runs one request's actions in order, up to the first that fails, as Excel does: what came before it stays done.
 * `breakAt`: the action at which Excel breaks off for no reason of the request's.
 */
export function run(body: RequestBody, services: RequestServices, breakAt = Number.POSITIVE_INFINITY): ResponseBody {
  const batch = new Batch(body, services);
  const response: ResponseBody = { Results: [], TraceIds: [] };
  for (const [index, action] of body.Actions.entries()) {
    try {
      if (index >= breakAt) throw new HostError("GeneralException", "There was an internal error while processing the request.");
      response.Results.push({ ActionId: action.Id, Value: batch.perform(action) });
      if (action.ActionType === ActionType.trace) response.TraceIds.push(action.Id);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      response.Error = {
        Code: error.code,
        Message: error.message,
        Location: action.Name,
        ActionIndex: index,
        HttpStatusCode: error.status,
      };
      return response;
    }
  }
  return response;
}

class Batch {
  private readonly objects = new Map<number, Host | null>();
  private readonly kept = new Map<Host, string>();

  constructor(
    private readonly body: RequestBody,
    private readonly services: RequestServices,
  ) {}

  perform(action: Action): unknown {
    if (action.ActionType === ActionType.trace) return null;
    const host = this.object(action.ObjectPathId);
    if (action.ActionType === ActionType.instantiate) return host && this.identity(host);
    if (action.ActionType === ActionType.query) return host && { ...this.identity(host), ...query(host, action.QueryInfo ?? {}) };
    if (!host) {
      if (action.Name === "_KeepReference") return null;
      throw notFound(`${action.Name} of an object that is not there`);
    }
    if (action.ActionType === ActionType.set) {
      host.set(action.Name, this.arguments(action.ArgumentInfo)[0]);
      return null;
    }
    if (action.ActionType !== ActionType.method) throw invalid(`action type ${String(action.ActionType)}`);
    if (action.Name === "_KeepReference") {
      this.kept.set(host, this.kept.get(host) ?? this.services.keep(host));
      return null;
    }
    return host.call(action.Name, this.arguments(action.ArgumentInfo)) ?? null;
  }

  private identity(host: Host): Record<string, unknown> {
    const reference = this.kept.get(host);
    return {
      ...(host.spec.id === undefined ? {} : { _Id: host.spec.id }),
      ...(reference === undefined ? {} : { _ReferenceId: reference }),
    };
  }

  /** A path is walked once in a request: `add` must not add twice. */
  private object(id: number): Host | null {
    const known = this.objects.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[String(id)];
    if (!path) throw new HostError("InvalidObjectPath", `The object path ${String(id)} isn't working for what you're trying to do.`);
    const found = this.walk(path);
    this.objects.set(id, found);
    return found;
  }

  private walk(path: ObjectPath): Host | null {
    if (path.ObjectPathType === PathType.global) return this.services.root;
    if (path.ObjectPathType === PathType.service) return this.services.service(path.Name);
    if (path.ObjectPathType === PathType.reference) return this.services.reference(path.Name);
    const parent = this.object(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    const given = this.arguments(path.ArgumentInfo);
    if (path.ObjectPathType === PathType.indexer) return parent.item(given[0]);
    const value = path.ObjectPathType === PathType.property ? parent.get(path.Name) : parent.call(path.Name, given);
    if (value === null || value instanceof Host) return value;
    throw new HostError("InvalidObjectPath", `${path.Name} is not an object.`);
  }

  private arguments(info: ArgumentInfo | undefined): readonly unknown[] {
    return (info?.Arguments ?? []).map((argument, i) => {
      const reference = info?.ReferencedObjectPathIds?.[i];
      return typeof reference === "number" && reference > 0 ? this.object(reference) : argument;
    });
  }
}
