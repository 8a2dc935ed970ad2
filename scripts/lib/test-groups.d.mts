/** Files as seen from the folder test: those that run alone, and those that run together, by the name of their group. */
export function testGroups(root: string): {
  readonly alone: readonly string[];
  readonly groups: Readonly<Record<string, readonly string[]>>;
};
