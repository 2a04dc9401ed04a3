/** Fields by which segments of a name are known among each other: what was observed, ordered, diagnosed, given. */
const telling: Readonly<Record<string, readonly (readonly number[])[]>> = {
  MSH: [[10]],
  NK1: [[2], [3]],
  AL1: [[3]],
  IAM: [[3]],
  DG1: [[3]],
  PR1: [[3]],
  GT1: [[3]],
  IN1: [[3, 36], [3]],
  ORC: [[2, 3]],
  OBR: [[2, 3, 4], [4]],
  OBX: [[3, 4], [3]],
  SPM: [[2], [4]],
  RXA: [[5, 3], [5]],
  RXE: [[2]],
  RXO: [[1]],
  RXR: [[1]],
  FT1: [[7, 4], [7]],
  TXA: [[12], [2]],
  AIS: [[3]],
  AIG: [[3]],
  AIL: [[3]],
  AIP: [[3]],
  ROL: [[4], [3]],
  SCH: [[1, 2]],
};

/** By what a segment is known among its like, the surest first. @param field gives the comparable text of a field, "" where it is empty */
export function segmentIdentities(name: string, field: (number: number) => string): readonly string[] {
  return (telling[name] ?? []).flatMap((fields) => {
    const texts = fields.map(field);
    return texts.every((text) => text === "") ? [] : [`${fields.join("+")} ${texts.join("\ufdd3")}`];
  });
}
