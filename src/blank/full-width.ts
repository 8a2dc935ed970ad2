/** The marks of print: descriptions have half-width ones. */
export function fullWidth(text: string): string {
  return text.replace(/\(/g, "（").replace(/\)/g, "）").replace(/:/g, "：");
}
