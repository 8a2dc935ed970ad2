/** What was kept on this machine; undefined where nothing was, or where the browser keeps nothing. */
export function readLocal(key: string): unknown {
  try {
    return JSON.parse(window.localStorage.getItem(key) ?? "null") as unknown;
  } catch {
    return undefined;
  }
}

/** Keeps a preference on this machine. A browser that keeps nothing is no matter: the default comes back next time. */
export function writeLocal(key: string, value: unknown): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Nothing is kept.
  }
}
