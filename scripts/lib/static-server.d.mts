export interface Server {
  readonly port: number;
  close(): Promise<void>;
  /** Pages that were served with `reloads` load themselves anew. */
  changed(): void;
}

export interface ServerOptions {
  readonly port?: number;
  /** How many ports to try from `port` on. */
  readonly tries?: number;
  /** Where "/" leads. */
  readonly home?: string;
  /** Certificate and key, for https. */
  readonly tls?: object;
  /** Whether pages wait for `changed`. */
  readonly reloads?: boolean;
}

export function serve(folder: string, options?: ServerOptions): Promise<Server>;
