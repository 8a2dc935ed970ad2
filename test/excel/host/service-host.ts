import { Host } from "./host";

/** A service beside the workbook (the add-in's own window, its actions): takes every call and remembers it. */
export class ServiceHost extends Host {
  private readonly states = new Map<string, unknown>();

  constructor(
    readonly name: string,
    private readonly note: (service: string, method: string, args: readonly unknown[]) => void,
  ) {
    super({ id: name });
  }

  override get(property: string): unknown {
    return this.states.get(property) ?? null;
  }

  override set(property: string, value: unknown): void {
    this.states.set(property, value);
  }

  override call(method: string, args: readonly unknown[]): unknown {
    this.note(this.name, method, args);
    return null;
  }
}
