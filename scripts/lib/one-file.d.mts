export type PackedFile = readonly [path: string, bytes: Uint8Array];
export declare const commandLineFiles: (folder: string) => PackedFile[];
export declare const oneFile: (head: string, files: readonly PackedFile[]) => string;
