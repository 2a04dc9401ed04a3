/** The patient's stay (chapter 3), and accidents (chapter 6). How to read a line: ../readLines.ts. */
export const visitSegments = `
PV1 patient visit
  set ID | 2.3 SI l4
  patient class | 2.3 ID R t4 l1 | 2.3.1 IS R t4 l1 | 2.7 CWE R t4
  assigned location | 2.3 PL
  admission type | 2.3 ID t7 l2 | 2.3.1 IS t7 l2 | 2.7 CWE t7
  preadmit number | 2.3 CX
  prior location | 2.3 PL
  attending doctor | 2.3 XCN | 2.3.1 XCN *
  referring doctor | 2.3 XCN | 2.3.1 XCN *
  consulting doctor | 2.3 XCN *
  hospital service | 2.3 ID t69 l3 | 2.3.1 IS t69 l3 | 2.7 CWE t69
  temporary location | 2.3 PL
  preadmit test indicator | 2.3 ID t87 l2 | 2.3.1 IS t87 l2 | 2.7 CWE t87
  readmission indicator | 2.3 ID t92 l2 | 2.3.1 IS t92 l2 | 2.7 CWE t92
  admit source | 2.3 ID t23 l3 | 2.3.1 IS t23 l3 | 2.4 IS t23 l6 | 2.7 CWE t23
  ambulatory status | 2.3 IS t9 l2 | 2.3.1 IS * t9 l2 | 2.7 CWE * t9
  VIP indicator | 2.3 ID t99 l2 | 2.3.1 IS t99 l2 | 2.7 CWE t99
  admitting doctor | 2.3 XCN | 2.3.1 XCN *
  patient type | 2.3 ID t18 l2 | 2.3.1 IS t18 l2 | 2.7 CWE t18
  visit number | 2.3 CX
  financial class | 2.3 FC *
  charge price indicator | 2.3 ID t32 l2 | 2.3.1 IS t32 l2 | 2.7 CWE t32
  courtesy code | 2.3 ID t45 l2 | 2.3.1 IS t45 l2 | 2.7 CWE t45
  credit rating | 2.3 ID t46 l2 | 2.3.1 IS t46 l2 | 2.7 CWE t46
  contract code | 2.3 ID * t44 l2 | 2.3.1 IS * t44 l2 | 2.7 CWE * t44
  contract effective date | 2.3 DT *
  contract amount | 2.3 NM * l12
  contract period | 2.3 NM * l3
  interest code | 2.3 ID t73 l2 | 2.3.1 IS t73 l2 | 2.7 CWE t73
  transfer to bad debt code | 2.3 ID t110 l1 | 2.3.1 IS t110 l1 | 2.5 IS t110 l4 | 2.7 CWE t110
  transfer to bad debt date | 2.3 DT
  bad debt agency | 2.3 ID t21 l10 | 2.3.1 IS t21 l10 | 2.7 CWE t21
  bad debt transfer amount | 2.3 NM l12
  bad debt recovery amount | 2.3 NM l12
  delete account indicator | 2.3 ID t111 l1 | 2.3.1 IS t111 l1 | 2.7 CWE t111
  delete account date | 2.3 DT
  discharge disposition | 2.3 ID t112 l3 | 2.3.1 IS t112 l3 | 2.7 CWE t112
  discharged to location | 2.3 DLD
  diet type | 2.3 ID t114 l2 | 2.3.1 CE t114 | 2.6 CWE t114
  servicing facility | 2.3 ID t115 l2 | 2.3.1 IS t115 l2 | 2.7 CWE t115
  bed status | 2.3 IS t116 l1 | 2.5 IS B t116 l1 | 2.7 IS W t116 l1
  account status | 2.3 ID t117 l2 | 2.3.1 IS t117 l2 | 2.7 CWE t117
  pending location | 2.3 PL
  prior temporary location | 2.3 PL
  admit date/time | 2.3 TS | 2.6 DTM
  discharge date/time | 2.3 TS | 2.4 TS * | 2.6 DTM *
  current balance | 2.3 NM l12
  total charges | 2.3 NM l12
  total adjustments | 2.3 NM l12
  total payments | 2.3 NM l12
  alternate visit ID | 2.3 CX
  visit indicator | 2.3 IS t326 l1 | 2.7 CWE t326
  other healthcare provider | 2.3 XCN * | 2.5 XCN B * | 2.7 XCN W *
  service episode description | 2.7 ST
  service episode ID | 2.7 CX
PV2 patient visit, more
  prior pending location | 2.3 PL C
  accommodation | 2.3 CE t129 | 2.6 CWE t129
  admit reason | 2.3 CE | 2.6 CWE
  transfer reason | 2.3 CE | 2.6 CWE
  valuables | 2.3 ST * l25
  valuables location | 2.3 ST l25
  visit user code | 2.3 IS t130 l2 | 2.4 IS * t130 l2 | 2.7 CWE * t130
  expected admit date/time | 2.3 TS | 2.6 DTM
  expected discharge date/time | 2.3 TS | 2.6 DTM
  estimated length of stay | 2.3 NM l3
  actual length of stay | 2.3 NM l3
  visit description | 2.3 ST l50
  referral source | 2.3 XCN | 2.3.1 XCN *
  previous service date | 2.3 DT
  employment illness indicator | 2.3 ID t136 l1
  purge status | 2.3 IS t213 l1 | 2.7 CWE t213
  purge status date | 2.3 DT
  special program | 2.3 IS t214 l2 | 2.7 CWE t214
  retention indicator | 2.3 ID t136 l1
  expected number of insurance plans | 2.3 NM l1
  visit publicity code | 2.3 IS t215 l1 | 2.7 CWE t215
  visit protection indicator | 2.3 ID t136 l1
  clinic organization | 2.3 XON *
  patient status | 2.3 IS t216 l2 | 2.7 CWE t216
  visit priority | 2.3 IS t217 l1 | 2.7 CWE t217
  previous treatment date | 2.3 DT
  expected discharge disposition | 2.3 IS t112 l2 | 2.7 CWE t112
  signature on file date | 2.3 DT
  first similar illness date | 2.3 DT
  charge adjustment | 2.3 IS t218 l3 | 2.3.1 CE t218 | 2.6 CWE t218
  recurring service | 2.3 IS t219 l2 | 2.7 CWE t219
  billing media code | 2.3 ID t136 l1
  expected surgery date/time | 2.3 TS | 2.6 DTM
  military partnership code | 2.3 ID t136 l2 | 2.3.1 ID t136 l1
  military non-availability code | 2.3 ID t136 l2 | 2.3.1 ID t136 l1
  newborn indicator | 2.3 ID t136 l1
  baby detained indicator | 2.3 ID t136 l1
  mode of arrival | 2.4 CE t430 | 2.6 CWE t430
  recreational drug use | 2.4 CE * t431 | 2.6 CWE * t431
  admission level of care | 2.4 CE t432 | 2.6 CWE t432
  precautions | 2.4 CE * t433 | 2.6 CWE * t433
  patient condition | 2.4 CE t434 | 2.6 CWE t434
  living will | 2.4 IS t315 l2 | 2.7 CWE t315
  organ donor | 2.4 IS t316 l2 | 2.7 CWE t316
  advance directives | 2.4 CE C * t435 | 2.6 CWE C * t435
  patient status date | 2.4 DT
  expected return from leave | 2.4 TS C | 2.6 DTM C
  expected preadmission testing | 2.5 TS | 2.6 DTM
  notify clergy | 2.5 IS * t534 l20 | 2.7 CWE * t534
  advance directive last verified | 2.6 DT
ACC accident
  accident date/time | 2.3 TS | 2.6 DTM
  accident code | 2.3 ID t50 l2 | 2.3.1 CE t50 | 2.6 CWE t50
  location | 2.3 ST l25
  auto accident state | 2.3 CE t347 | 2.6 CWE t347
  job related indicator | 2.3 ID t136 l2 | 2.3.1 ID t136 l1
  death indicator | 2.3 ID t136 l2 | 2.3.1 ID t136 l12
  entered by | 2.4 XCN
  description | 2.4 ST l25
  brought in by | 2.4 ST l80
  police notified | 2.4 ID t136 l1
  address | 2.5 XAD
  patient liability | 2.7 NM
  accident ID | 2.8 EI *
`;
