/** Problems, goals and pathways (chapter 12). How to read a line: ../readLines.ts. */
export const careSegments = `
PRB problem
  action code | 2.3 ID R t287 l2
  action date/time | 2.3 TS R | 2.6 DTM R
  problem | 2.3 CE R | 2.6 CWE R
  problem instance ID | 2.3 EI R
  episode of care ID | 2.3 EI
  list priority | 2.3 NM l60
  established date/time | 2.3 TS | 2.6 DTM
  anticipated resolution | 2.3 TS | 2.6 DTM
  actual resolution | 2.3 TS | 2.6 DTM
  classification | 2.3 CE | 2.6 CWE
  management discipline | 2.3 CE * | 2.6 CWE *
  persistence | 2.3 CE | 2.6 CWE
  confirmation status | 2.3 CE | 2.6 CWE
  life cycle status | 2.3 CE | 2.6 CWE
  life cycle status date/time | 2.3 TS | 2.6 DTM
  date of onset | 2.3 TS | 2.6 DTM
  onset text | 2.3 ST l80
  ranking | 2.3 CE | 2.6 CWE
  certainty | 2.3 CE | 2.6 CWE
  probability (0-1) | 2.3 NM l5
  patient's awareness | 2.3 CE | 2.6 CWE
  prognosis | 2.3 CE | 2.6 CWE
  patient's awareness of prognosis | 2.3 CE | 2.6 CWE
  family's awareness | 2.3 ST l200
  security/sensitivity | 2.3 CE | 2.6 CWE
  severity | 2.6 CWE t836
  perspective | 2.6 CWE t838
  mood code | 2.6 CNE C t725
GOL goal
  action code | 2.3 ID R t287 l2
  action date/time | 2.3 TS R | 2.6 DTM R
  goal | 2.3 CE R | 2.6 CWE R
  goal instance ID | 2.3 EI R
  episode of care ID | 2.3 EI
  list priority | 2.3 NM l60
  established date/time | 2.3 TS | 2.6 DTM
  expected achievement | 2.3 TS | 2.6 DTM
  classification | 2.3 CE | 2.6 CWE
  management discipline | 2.3 CE | 2.6 CWE
  review status | 2.3 CE | 2.6 CWE
  review date/time | 2.3 TS | 2.6 DTM
  next review | 2.3 TS | 2.6 DTM
  previous review | 2.3 TS | 2.6 DTM
  review interval | 2.3 TQ | 2.5 TQ B | 2.7 TQ W
  evaluation | 2.3 CE | 2.6 CWE
  evaluation comment | 2.3 ST * l300
  life cycle status | 2.3 CE | 2.6 CWE
  life cycle status date/time | 2.3 TS | 2.6 DTM
  target type | 2.3 CE * | 2.6 CWE *
  target name | 2.3 XPN *
  mood code | 2.6 CNE C t725
PTH pathway
  action code | 2.3 ID R t287 l2
  pathway | 2.3 CE R | 2.6 CWE R
  pathway instance ID | 2.3 EI R
  established date/time | 2.3 TS R | 2.6 DTM R
  life cycle status | 2.3 CE | 2.6 CWE
  life cycle status date/time | 2.3 TS C | 2.6 DTM C
  mood code | 2.6 CNE C t725
VAR variance
  variance instance ID | 2.3 EI R
  documented date/time | 2.3 TS R | 2.6 DTM R
  stated date/time | 2.3 TS | 2.6 DTM
  originator | 2.3 XCN | 2.3.1 XCN *
  classification | 2.3 CE | 2.6 CWE
  description | 2.3 ST * l512
`;
