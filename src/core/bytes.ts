/** Whether two files hold the same, or neither is there. */
export function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined ? a.length === b.length && a.every((byte, index) => byte === b[index]) : a === b;
}
