/** Where the sentence begins that a place of a text is in: behind the full stop before it. */
export const sentenceStart = (text: string, at: number): number => (at === 0 ? 0 : text.lastIndexOf("。", at - 1) + 1);

/** What the sentence says up to a place. */
export const sentenceBefore = (text: string, at = text.length): string => text.slice(sentenceStart(text, at), at);
