/** Excel takes an address list of at most 8,192 characters. */
const LONGEST = 8000;

/** Addresses joined for one call, in as few lists of at most `longest` characters as can be; repeated ones once. */
export function addressLists(addresses: Iterable<string>, longest = LONGEST): string[] {
  const lists: string[] = [];
  for (const one of new Set(addresses)) {
    const last = lists[lists.length - 1];
    if (last !== undefined && last.length + one.length < longest) lists[lists.length - 1] = `${last},${one}`;
    else lists.push(one);
  }
  return lists;
}
