export interface Shipped {
  readonly place: string;
  readonly name: string;
  readonly version: string;
  readonly license: string;
}
export function shipped(): readonly Shipped[];
export function licenceTexts(): string;
