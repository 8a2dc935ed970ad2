/** The last part of a path, of either system. */
export const baseName = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;
