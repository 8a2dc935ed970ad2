/** Words as a regular expression that says just these words. */
export const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
