import { HostError } from "../host-error";

export interface Property {
  readonly get: () => unknown;
  readonly set?: (value: unknown) => void;
}

export interface HostSpec {
  /** Sent as `_Id`: the library finds members of collections again by it. */
  readonly id?: string;
  /** Lives across requests under a reference id (ranges). */
  readonly keepable?: boolean;
  /** What a query without names gives. */
  readonly properties?: Readonly<Record<string, Property>>;
  readonly methods?: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  /** A collection's members. */
  readonly items?: () => readonly Host[];
  /** getItem by name or id; throws ItemNotFound. */
  readonly indexer?: (key: unknown) => Host;
}

/** An object on Excel's side of the bridge: worksheets, a range, a font. Names are in PascalCase as they come over the wire. */
export class Host {
  constructor(readonly spec: HostSpec) {}

  get(name: string): unknown {
    return this.property(name).get();
  }

  set(name: string, value: unknown): void {
    const { set } = this.property(name);
    if (!set) throw new HostError("InvalidArgument", `Property ${name} is read-only.`);
    set(value);
  }

  call(name: string, args: readonly unknown[]): unknown {
    const method = this.spec.methods?.[name];
    if (!method) throw new HostError("ApiNotFound", `The API ${name} is not known to the fake Excel.`);
    return method(...args);
  }

  item(key: unknown): Host {
    if (!this.spec.indexer) throw new HostError("InvalidObjectPath", "Not a collection.");
    return this.spec.indexer(key);
  }

  private property(name: string): Property {
    const property = this.spec.properties?.[name];
    if (!property) throw new HostError("ApiNotFound", `The API ${name} is not known to the fake Excel.`);
    return property;
  }
}

/** A property whose value is another object, made when asked for. */
export const child = (make: () => Host | null): Property => ({ get: make });

export const constant = (value: unknown): Property => ({ get: () => value });

/** A property kept in a record under its own name. */
export function kept(record: Record<string, unknown>, name: string, allow: () => void, otherwise: unknown = null): Property {
  return {
    get: () => record[name] ?? otherwise,
    set: (value) => {
      allow();
      record[name] = value;
    },
  };
}
