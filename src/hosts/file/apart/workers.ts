/** Whether the page may start workers: one that was opened from a folder may not, whatever the browser. */
export const hasWorkers = (): boolean => typeof Worker !== "undefined" && globalThis.location.protocol !== "file:";
