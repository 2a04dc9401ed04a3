/** The name of a group of a structure, such as `ORDER_OBSERVATION`, as words: `Order observation`. */
export function groupWords(name: string): string {
  const words = name.replaceAll("_", " ").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
