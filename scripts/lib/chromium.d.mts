export const chromiumArguments: readonly string[];
/** The path of a browser on this machine, or null. */
export function findChromium(): string | null;
/** A Chromium, installed from the system's packages where there is none. Throws with what to do when that cannot be. */
export function ensureChromium(): Promise<string>;
