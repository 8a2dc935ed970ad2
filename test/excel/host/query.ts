import { Host } from "./host";

export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

type Wire = Record<string, unknown>;

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The answer to `load`: named properties of an object, or of each member of a collection; paths go deeper. */
export function query(host: Host, info: QueryInfo): Wire {
  const paths = (info.Select ?? []).map((path) => path.split("/").map(pascal));
  return host.spec.items ? collection(host, paths, info) : select(host, paths);
}

function collection(host: Host, paths: readonly (readonly string[])[], info: QueryInfo): Wire {
  const members = host.spec.items?.() ?? [];
  const skip = info.Skip ?? 0;
  return {
    _Items: members.slice(skip, info.Top === undefined ? undefined : skip + info.Top).map((member) => select(member, withoutItems(paths))),
  };
}

const withoutItems = (paths: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  paths.map((path) => (path[0] === "Items" ? path.slice(1) : path));

/** Identity first: by it the library knows the object in the next request. */
function select(host: Host, paths: readonly (readonly string[])[]): Wire {
  const wire: Wire = host.spec.id === undefined ? {} : { _Id: host.spec.id };
  if (paths.length === 0 || paths.some(([name]) => name === "*"))
    for (const [name, property] of Object.entries(host.spec.properties ?? {})) {
      const value = property.get();
      if (!(value instanceof Host)) wire[name] = value;
    }
  const names = new Set(paths.map(([name]) => name).filter((name): name is string => name !== undefined && name !== "*"));
  for (const name of names) {
    const value = host.get(name);
    const deeper = paths.filter((path) => path[0] === name && path.length > 1).map((path) => path.slice(1));
    wire[name] = value instanceof Host ? (value.spec.items ? collection(value, withoutItems(deeper), {}) : select(value, deeper)) : value;
  }
  return wire;
}
