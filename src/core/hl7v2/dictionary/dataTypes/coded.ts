/** Codes. Data types of chapter 2 (2A from v2.5 on). How to read a line: ../readLines.ts. */
export const codedDataTypes = `
CE coded element
  identifier | 2.3 ST
  text | 2.3 ST
  coding system | 2.3 ST | 2.4 IS t396 | 2.5 ID t396
  alternate identifier | 2.3 ST
  alternate text | 2.3 ST
  alternate coding system | 2.3 ST | 2.4 IS t396 | 2.5 ID t396
CF coded element with formatted values
  identifier | 2.3 ST
  formatted text | 2.3 FT
  coding system | 2.3 ST | 2.4 IS t396 | 2.5 ID t396 | 2.7 ID C t396
  alternate identifier | 2.3 ST
  alternate formatted text | 2.3 FT
  alternate coding system | 2.3 ST | 2.4 IS t396 | 2.5 ID t396 | 2.7 ID C t396
  coding system version | 2.7 ST C
  alternate coding system version | 2.7 ST
  original text | 2.7 ST
  second alternate identifier | 2.7 ST
  second alternate formatted text | 2.7 FT
  second alternate coding system | 2.7 ID t396
  second alternate coding system version | 2.7 ST C
  coding system OID | 2.7 ST C
  value set OID | 2.7 ST
  value set version | 2.7 DTM C
  alternate coding system OID | 2.7 ST C
  alternate value set OID | 2.7 ST
  alternate value set version | 2.7 DTM C
  second alternate coding system OID | 2.7 ST C
  second alternate value set OID | 2.7 ST
  second alternate value set version | 2.7 DTM C
CNE coded with no exceptions
  identifier | 2.3 ST | 2.5 ST R
  text | 2.3 ST
  coding system | 2.3 ID t396 | 2.3.1 ST | 2.4 IS t396 | 2.5 ID t396
  alternate identifier | 2.3 ST
  alternate text | 2.3 ST
  alternate coding system | 2.3 ID t396 | 2.3.1 ST | 2.4 IS t396 | 2.5 ID t396
  coding system version | 2.3 ST | 2.5 ST C
  alternate coding system version | 2.3 ST
  original text | 2.3 ST
  second alternate identifier | 2.7 ST
  second alternate text | 2.7 ST
  second alternate coding system | 2.7 ID t396
  second alternate coding system version | 2.7 ST C
  coding system OID | 2.7 ST C
  value set OID | 2.7 ST
  value set version | 2.7 DTM C
  alternate coding system OID | 2.7 ST C
  alternate value set OID | 2.7 ST
  alternate value set version | 2.7 DTM C
  second alternate coding system OID | 2.7 ST C
  second alternate value set OID | 2.7 ST
  second alternate value set version | 2.7 DTM C
CWE coded with exceptions
  identifier | 2.3.1 ST
  text | 2.3.1 ST
  coding system | 2.3.1 ST | 2.4 IS t396 | 2.5 ID t396 | 2.7 ID C t396
  alternate identifier | 2.3.1 ST
  alternate text | 2.3.1 ST
  alternate coding system | 2.3.1 ST | 2.4 IS t396 | 2.5 ID t396 | 2.7 ID C t396
  coding system version | 2.3.1 ST | 2.5 ST C
  alternate coding system version | 2.3.1 ST
  original text | 2.3.1 ST
  second alternate identifier | 2.7 ST
  second alternate text | 2.7 ST
  second alternate coding system | 2.7 ID C t396
  second alternate coding system version | 2.7 ST
  coding system OID | 2.7 ST C
  value set OID | 2.7 ST
  value set version | 2.7 DTM C
  alternate coding system OID | 2.7 ST C
  alternate value set OID | 2.7 ST
  alternate value set version | 2.7 DTM C
  second alternate coding system OID | 2.7 ST C
  second alternate value set OID | 2.7 ST
  second alternate value set version | 2.7 DTM C
ID coded value (HL7 table)
IS coded value (user table)
`;
