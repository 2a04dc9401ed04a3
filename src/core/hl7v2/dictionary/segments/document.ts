/** Documents and consents (chapter 9). How to read a line: ../readLines.ts. */
export const documentSegments = `
TXA document header
  set ID | 2.3 SI R l4
  document type | 2.3 IS R t270 l30 | 2.7 CWE R t270
  content presentation | 2.3 ID C t191 l2
  activity date/time | 2.3 TS | 2.6 DTM
  primary activity provider | 2.3 XCN C | 2.3.1 XCN C *
  origination date/time | 2.3 TS | 2.6 DTM
  transcription date/time | 2.3 TS C | 2.6 DTM C
  edit date/time | 2.3 TS * | 2.6 DTM *
  originator | 2.3 XCN | 2.3.1 XCN *
  assigned authenticator | 2.3 XCN *
  transcriptionist | 2.3 XCN C | 2.3.1 XCN C *
  document number | 2.3 EI R
  parent document number | 2.3 EI C
  placer order number | 2.3 EI *
  filler order number | 2.3 EI
  file name | 2.3 ST l30
  completion status | 2.3 ID R * t271 l2 | 2.3.1 ID R t271 l2
  confidentiality status | 2.3 ID t272 l2
  availability status | 2.3 ID t273 l2
  storage status | 2.3 ID t275 l2
  change reason | 2.3 ST l30
  authenticated by, with time | 2.3 PPN C *
  distributed copies | 2.3 XCN *
  folder assignment | 2.7 CWE *
  document title | 2.7 ST *
  agreed due date/time | 2.7 DTM
CON consent
  set ID | 2.6 SI R l4
  consent type | 2.6 CWE t496
  form ID and version | 2.6 ST l40
  form number | 2.6 EI
  consent text | 2.6 FT *
  subject-specific text | 2.6 FT *
  background | 2.6 FT *
  subject-specific background | 2.6 FT *
  limitations | 2.6 FT *
  consent mode | 2.6 CNE t497
  consent status | 2.6 CNE R t498
  discussion date/time | 2.6 DTM
  decision date/time | 2.6 DTM
  effective date/time | 2.6 DTM
  end date/time | 2.6 DTM
  subject competence | 2.6 ID t136 l1
  translator assistance | 2.6 ID t136 l1
  language translated to | 2.6 CWE t296
  information material supplied | 2.6 ID t136 l1
  bypass reason | 2.6 CWE t499
  disclosure level | 2.6 ID t500 l1
  non-disclosure reason | 2.6 CWE t501
  non-subject consenter reason | 2.6 CWE t502
  consenter | 2.6 XPN R *
  relationship to subject | 2.6 IS R * t548 l100 | 2.7 CWE R * t548
`;
