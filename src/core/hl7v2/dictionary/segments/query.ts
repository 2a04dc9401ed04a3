/** Queries and their answers (chapter 5). How to read a line: ../readLines.ts. */
export const querySegments = `
QRD query definition
  query date/time | 2.3 TS R | 2.6 DTM R
  format | 2.3 ID R t106 l1
  priority | 2.3 ID R t91 l1
  query ID | 2.3 ST R l10
  deferred response type | 2.3 ID t107 l1
  deferred response date/time | 2.3 TS | 2.6 DTM
  quantity limit | 2.3 CQ R
  who (subject) | 2.3 XCN R *
  what (subject) | 2.3 CE R * t48 | 2.6 CWE R * t48
  what department data | 2.3 CE R * | 2.6 CWE R *
  what data code value | 2.3 VR *
  results level | 2.3 ID t108 l1
QRF query filter
  where (subject) | 2.3 ST R * l20
  start date/time of data | 2.3 TS | 2.6 DTM
  end date/time of data | 2.3 TS | 2.6 DTM
  user qualifier | 2.3 ST * l60
  other subject | 2.3 ST * l60
  which date/time | 2.3 ID * t156 l12
  which date/time status | 2.3 ID * t157 l12
  date/time selection | 2.3 ID * t158 l12
  quantity/timing | 2.3 TQ
  search confidence threshold | 2.4 NM l10
QPD query parameters
  query name | 2.4 CE R t471 | 2.6 CWE R t471
  query tag | 2.4 ST C l32
  parameter | 2.4 varies *
  ...
RCP response control
  query priority | 2.4 ID t91 l1
  quantity limit | 2.4 CQ
  response modality | 2.4 CE t394 | 2.6 CNE t394
  execution and delivery time | 2.4 TS C | 2.6 DTM C
  modify indicator | 2.4 ID t395 l1
  sort by | 2.4 SRT *
  segment groups to include | 2.4 ID * t391 l256
QID query identification
  query tag | 2.4 ST R l32
  query name | 2.4 CE R t471 | 2.6 CWE R t471
QAK query acknowledgment
  query tag | 2.3 ST C l32
  response status | 2.3 ID t208 l2
  query name | 2.4 CE t471 | 2.6 CWE t471
  total hits | 2.4 NM l10
  hits in this payload | 2.4 NM l10
  hits remaining | 2.4 NM l10
QRI query response instance
  confidence of the candidate | 2.4 NM l10
  match reason | 2.4 IS * t392 l2 | 2.7 CWE * t392
  algorithm | 2.4 CE t393 | 2.6 CWE t393
RDF table row definition
  columns per row | 2.3 NM R l3
  column description | 2.3 RCD R *
RDT table row data
  column value | 2.3 varies *
  ...
DSP display data
  set ID | 2.3 SI l4
  display level | 2.3 SI l4
  data line | 2.3 TX R l300
  logical break point | 2.3 ST l2
  result ID | 2.3 TX l20
`;
