export function finishMetadata(json: string, developmentBase: string, base: string): string;
