export function finishMetadata(json: string, developmentBase: string, base: string): string;
export function wpsFunctions(json: string): string;
