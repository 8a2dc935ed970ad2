export function baseAddress(given: string): string;
export function escapeXml(text: string): string;
