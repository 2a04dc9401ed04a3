/** Who the patient is (chapter 3). How to read a line: ../readLines.ts. */
export const patientSegments = `
EVN event type
  event type code | 2.3 ID R t3 l3 | 2.3.1 ID t3 l3 | 2.4 ID B t3 l3 | 2.7 ID W t3 l3
  recorded date/time | 2.3 TS | 2.3.1 TS R | 2.6 DTM R
  planned date/time | 2.3 TS | 2.6 DTM
  event reason | 2.3 ID t62 l3 | 2.3.1 IS t62 l3 | 2.7 CWE t62
  operator | 2.3 CN | 2.3.1 XCN *
  event occurred | 2.3 TS | 2.6 DTM
  event facility | 2.4 HD
PID patient identification
  set ID | 2.3 SI l4
  patient ID (external) | 2.3 CX | 2.4 CX B | 2.7 CX W
  patient identifiers | 2.3 CX R *
  alternate patient ID | 2.3 CX | 2.3.1 CX * | 2.4 CX B * | 2.7 CX W *
  patient name | 2.3 XPN R | 2.3.1 XPN R *
  mother's maiden name | 2.3 XPN | 2.3.1 XPN *
  date/time of birth | 2.3 TS | 2.6 DTM
  administrative sex | 2.3 IS t1 l1 | 2.7 CWE t1
  alias | 2.3 XPN * | 2.5 XPN B * | 2.7 XPN W *
  race | 2.3 IS t5 l1 | 2.3.1 CE * t5 | 2.6 CWE * t5
  address | 2.3 XAD *
  county code | 2.3 IS t289 l4 | 2.5 IS B t289 l4 | 2.7 IS W t289 l4
  home phone | 2.3 XTN *
  business phone | 2.3 XTN *
  primary language | 2.3 CE t296 | 2.6 CWE t296
  marital status | 2.3 IS * t2 l1 | 2.3.1 CE t2 | 2.6 CWE t2
  religion | 2.3 IS t6 l3 | 2.3.1 CE t6 | 2.6 CWE t6
  account number | 2.3 CX
  social security number | 2.3 ST l16 | 2.5 ST B l16 | 2.7 ST W l16
  driver's license number | 2.3 DLN | 2.5 DLN B | 2.7 DLN W
  mother's identifier | 2.3 CX | 2.3.1 CX *
  ethnic group | 2.3 IS t189 l1 | 2.3.1 CE * t189 | 2.6 CWE * t189
  birth place | 2.3 ST l60 | 2.4 ST l250
  multiple birth indicator | 2.3 ID t136 l2 | 2.3.1 ID t136 l1
  birth order | 2.3 NM l2
  citizenship | 2.3 IS t171 l4 | 2.3.1 CE * t171 | 2.6 CWE * t171
  veterans military status | 2.3 CE t172 | 2.6 CWE t172
  nationality | 2.3 CE t212 | 2.5 CE B t212 | 2.6 CWE B t212 | 2.7 CWE W t212
  date/time of death | 2.3 TS | 2.6 DTM
  death indicator | 2.3 ID t136 l1
  identity unknown indicator | 2.4 ID t136 l1
  identity reliability | 2.4 IS * t445 l20 | 2.7 CWE * t445
  last update date/time | 2.4 TS | 2.6 DTM
  last update facility | 2.4 HD
  species | 2.4 CE C t446 | 2.6 CWE C t446
  breed | 2.4 CE C t447 | 2.6 CWE C t447
  strain | 2.4 ST l80
  production class | 2.4 CE x2 t429 | 2.6 CWE x2 t429
  tribal citizenship | 2.5 CWE * t171
  telecommunication | 2.7 XTN *
PD1 patient additional demographics
  living dependency | 2.3 IS t223 l2 | 2.3.1 IS * t223 l2 | 2.7 CWE * t223
  living arrangement | 2.3 IS t220 l2 | 2.7 CWE t220
  primary facility | 2.3 XON *
  primary care provider | 2.3 XCN * | 2.5 XCN B * | 2.7 XCN W *
  student indicator | 2.3 IS t231 l2 | 2.7 CWE t231
  handicap | 2.3 IS t295 l2 | 2.7 CWE t295
  living will | 2.3 IS t315 l2 | 2.7 CWE t315
  organ donor | 2.3 IS t316 l2 | 2.7 CWE t316
  separate bill | 2.3 ID t136 l2 | 2.3.1 ID t136 l1
  duplicate patient | 2.3 CX *
  publicity code | 2.3 CE t215 | 2.6 CWE t215
  protection indicator | 2.3 ID t136 l1
  protection indicator effective date | 2.4 DT
  place of worship | 2.4 XON *
  advance directives | 2.4 CE C * t435 | 2.6 CWE C * t435
  immunization registry status | 2.4 IS t441 l1 | 2.7 CWE t441
  immunization registry status date | 2.4 DT
  publicity code date | 2.4 DT
  military branch | 2.4 IS t140 l5 | 2.7 CWE t140
  military rank | 2.4 IS t141 l2 | 2.7 CWE t141
  military status | 2.4 IS t142 l3 | 2.7 CWE t142
  advance directive last verified | 2.6 DT
NK1 next of kin
  set ID | 2.3 SI R l4
  name | 2.3 XPN *
  relationship | 2.3 CE t63 | 2.6 CWE t63
  address | 2.3 XAD *
  phone | 2.3 XTN *
  business phone | 2.3 XTN *
  contact role | 2.3 CE t131 | 2.6 CWE t131
  start date | 2.3 DT
  end date | 2.3 DT
  job title | 2.3 ST l60
  job code/class | 2.3 JCC
  employee number | 2.3 CX
  organization | 2.3 XON *
  marital status | 2.3 IS * t2 l1 | 2.3.1 CE t2 | 2.6 CWE t2
  administrative sex | 2.3 IS t1 l1 | 2.7 CWE t1
  date/time of birth | 2.3 TS | 2.6 DTM
  living dependency | 2.3 IS t223 l2 | 2.3.1 IS * t223 l2 | 2.7 CWE * t223
  ambulatory status | 2.3 IS t9 l2 | 2.3.1 IS * t9 l2 | 2.7 CWE * t9
  citizenship | 2.3 IS t171 l4 | 2.3.1 CE * t171 | 2.6 CWE * t171
  primary language | 2.3 CE t296 | 2.6 CWE t296
  living arrangement | 2.3 IS t220 l2 | 2.7 CWE t220
  publicity code | 2.3 CE t215 | 2.6 CWE t215
  protection indicator | 2.3 ID t136 l1
  student indicator | 2.3 IS t231 l2 | 2.7 CWE t231
  religion | 2.3 IS t6 l3 | 2.3.1 CE t6 | 2.6 CWE t6
  mother's maiden name | 2.3 XPN | 2.3.1 XPN *
  nationality | 2.3 CE t212 | 2.6 CWE t212
  ethnic group | 2.3 IS t189 l1 | 2.3.1 CE * t189 | 2.6 CWE * t189
  contact reason | 2.3 CE t222 | 2.3.1 CE * t222 | 2.6 CWE * t222
  contact person's name | 2.3 XPN *
  contact person's phone | 2.3 XTN *
  contact person's address | 2.3 XAD *
  identifiers | 2.3 CX *
  job status | 2.3 IS t311 l2 | 2.7 CWE t311
  race | 2.3 IS t5 l1 | 2.3.1 CE * t5 | 2.6 CWE * t5
  handicap | 2.3 IS t295 l2 | 2.7 CWE t295
  contact person's social security number | 2.3 ST l16
  birth place | 2.5 ST l250
  VIP indicator | 2.5 IS t99 l2 | 2.7 CWE t99
  telecommunication | 2.7 XTN *
  contact person's telecommunication | 2.7 XTN *
MRG merge
  prior patient identifiers | 2.3 CX R *
  prior alternate patient ID | 2.3 CX * | 2.5 CX B * | 2.7 CX W *
  prior account number | 2.3 CX
  prior patient ID | 2.3 CX | 2.5 CX B | 2.7 CX W
  prior visit number | 2.3 CX
  prior alternate visit ID | 2.3 CX
  prior patient name | 2.3 CX | 2.3.1 XPN *
ARV access restriction
  set ID | 2.6 SI l4
  action code | 2.6 CNE R t206
  restriction | 2.6 CWE R t717
  reason | 2.6 CWE * t719
  special instructions | 2.6 ST * l250
  date range | 2.6 DR
NPU bed status update
  bed location | 2.3 PL R
  bed status | 2.3 IS t116 l1 | 2.7 CWE t116
DB1 disability
  set ID | 2.3 SI R l4
  disabled person code | 2.3 IS t334 l2 | 2.7 CWE t334
  disabled person ID | 2.3 CX *
  disability indicator | 2.3 ID t136 l1
  start date | 2.3 DT
  end date | 2.3 DT
  return to work date | 2.3 DT
  unable to work date | 2.3 DT
PDA death and autopsy
  cause of death | 2.4 CE * | 2.6 CWE *
  location of death | 2.4 PL
  death certified | 2.4 ID t136 l1
  certificate signed date/time | 2.4 TS | 2.6 DTM
  certified by | 2.4 XCN
  autopsy indicator | 2.4 ID t136 l1
  autopsy start and end | 2.4 DR
  autopsy performed by | 2.4 XCN
  coroner indicator | 2.4 ID t136 l1
`;
