/** Master files (chapter 8). How to read a line: ../readLines.ts. */
export const masterFileSegments = `
MFI master file identification
  master file | 2.3 CE R t175 | 2.6 CWE R t175
  master file application | 2.3 HD | 2.6 HD *
  file-level event | 2.3 ID R t178 l3
  entered date/time | 2.3 TS | 2.6 DTM
  effective date/time | 2.3 TS | 2.6 DTM
  response level | 2.3 ID R t179 l2
MFE master file entry
  record-level event | 2.3 ID R t180 l3
  MFN control ID | 2.3 ST C l20
  effective date/time | 2.3 TS | 2.6 DTM
  primary key value | 2.3 CE R * | 2.3.1 varies R *
  primary key value type | 2.3.1 ID R * t355 l3
  entered date/time | 2.6 DTM
  entered by | 2.6 XCN
MFA master file acknowledgment
  record-level event | 2.3 ID R t180 l3
  MFN control ID | 2.3 ST C l20
  completion date/time | 2.3 TS | 2.6 DTM
  record error | 2.3 CE R t181 | 2.6 CWE R t181
  primary key value | 2.3 CE R * | 2.3.1 varies R *
  primary key value type | 2.3.1 ID R * t355 l3
OM1 observation definition
  sequence number | 2.3 NM l4 | 2.4 NM R l4
  service/test ID | 2.3 CE R | 2.6 CWE R
  permitted data types | 2.3 ID * t125 l12
  specimen required | 2.3 ID R t136 l1
  producer | 2.3 CE R | 2.6 CWE R
  description | 2.3 CE | 2.3.1 TX l200
  other service/test IDs | 2.3 CE | 2.6 CWE
  other names | 2.3 ST R * l200
  preferred report name | 2.3 ST l30
  preferred short name | 2.3 ST l8
  preferred long name | 2.3 ST l200
  orderability | 2.3 ID t136 l1
  instrument | 2.3 CE * | 2.6 CWE *
  coded method | 2.3 CE | 2.3.1 CE * | 2.6 CWE *
  portable device | 2.3 ID t136 l1
  producing section | 2.3 CE * | 2.6 CWE *
  section phone | 2.3 TN | 2.3.1 XTN
  nature of service | 2.3 ID t174 l1 | 2.3.1 IS R t174 l1 | 2.7 CWE R t174
  report subheader | 2.3 CE | 2.6 CWE
  report display order | 2.3 ST l20
  definition change date/time | 2.3 TS | 2.6 DTM
  effective date/time of change | 2.3 TS | 2.6 DTM
  typical turn-around | 2.3 NM l20
  processing time | 2.3 NM l20
  processing priority | 2.3 ID * t168 l40
  reporting priority | 2.3 ID t169 l5
  outside sites | 2.3 CE * | 2.6 CWE *
  outside site address | 2.3 AD | 2.3.1 XAD *
  outside site phone | 2.3 TN | 2.3.1 XTN
  confidentiality | 2.3 ID t177 l1 | 2.3.1 IS t177 l1 | 2.5 CWE t177
  observations needed to interpret | 2.3 CE | 2.6 CWE
  interpretation | 2.3 TX
  contraindications | 2.3 CE | 2.6 CWE
  reflex tests | 2.3 CE * | 2.6 CWE *
  reflex rules | 2.3 ST l80 | 2.3.1 TX l80
  canned message | 2.3 CE | 2.6 CWE
  patient preparation | 2.3 TX l200
  procedure medication | 2.3 CE | 2.6 CWE
  factors that affect | 2.3 TX l200
  performance schedule | 2.3 ST * l60
  test methods | 2.3 TX
  kind of quantity | 2.3 CE t254 | 2.6 CWE t254
  point or interval | 2.3 CE t255 | 2.6 CWE t255
  challenge information | 2.3 TX l200
  relationship modifier | 2.3 CE t258 | 2.6 CWE t258
  target anatomic site | 2.3 CE | 2.6 CWE
  imaging modality | 2.3 CE | 2.4 CE t259 | 2.6 CWE t259 | 2.7 CWE t910
`;
