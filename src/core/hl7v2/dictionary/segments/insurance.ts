/** Insurances (chapter 6). How to read a line: ../readLines.ts. */
export const insuranceSegments = `
IN1 insurance
  set ID | 2.3 SI R l4
  health plan ID | 2.3 CE t72 | 2.3.1 CE R t72 | 2.6 CWE R t72
  company ID | 2.3 CX R | 2.3.1 CX R *
  company name | 2.3 XON | 2.3.1 XON *
  company address | 2.3 XAD | 2.3.1 XAD *
  company contact | 2.3 XPN | 2.3.1 XPN *
  company phone | 2.3 XTN x3 | 2.3.1 XTN *
  group number | 2.3 ST l12
  group name | 2.3 XON | 2.3.1 XON *
  insured's group employer ID | 2.3 CX | 2.3.1 CX *
  insured's group employer name | 2.3 XON | 2.3.1 XON *
  plan effective date | 2.3 DT
  plan expiration date | 2.3 DT
  authorization | 2.3 AUI
  plan type | 2.3 IS t86 l3 | 2.7 CWE t86
  name of insured | 2.3 XPN | 2.3.1 XPN *
  insured's relationship to patient | 2.3 IS t63 l2 | 2.3.1 CE t63 | 2.6 CWE t63
  insured's date of birth | 2.3 TS | 2.6 DTM
  insured's address | 2.3 XAD | 2.3.1 XAD *
  assignment of benefits | 2.3 IS t135 l2 | 2.7 CWE t135
  coordination of benefits | 2.3 IS t173 l2 | 2.7 CWE t173
  benefits priority | 2.3 ST l2
  notice of admission flag | 2.3 ID t136 l2 | 2.3.1 ID t136 l1
  notice of admission date | 2.3 DT
  report of eligibility flag | 2.3 ID t136 l2 | 2.3.1 ID t136 l1
  report of eligibility date | 2.3 DT
  release information code | 2.3 IS t93 l2 | 2.7 CWE t93
  preadmit certification | 2.3 ST l15
  verification date/time | 2.3 TS | 2.6 DTM
  verification by | 2.3 XPN | 2.3.1 XCN *
  type of agreement | 2.3 IS t98 l2 | 2.7 CWE t98
  billing status | 2.3 IS t22 l2 | 2.7 CWE t22
  lifetime reserve days | 2.3 NM l4
  delay before reserve day | 2.3 NM l4
  company plan code | 2.3 IS t42 l8 | 2.6 IS t42 l20 | 2.7 CWE t42
  policy number | 2.3 ST l15
  policy deductible | 2.3 CP
  policy limit amount | 2.3 CP | 2.5 CP B | 2.7 CP W
  policy limit days | 2.3 NM l4
  room rate, semi-private | 2.3 CP | 2.5 CP B | 2.7 CP W
  room rate, private | 2.3 CP | 2.5 CP B | 2.7 CP W
  insured's employment status | 2.3 CE t66 | 2.6 CWE t66
  insured's administrative sex | 2.3 IS t1 l1 | 2.7 CWE t1
  insured's employer address | 2.3 XAD | 2.3.1 XAD *
  verification status | 2.3 ST l2
  prior plan ID | 2.3 IS t72 l8 | 2.7 CWE t72
  coverage type | 2.3 IS t309 l3 | 2.7 CWE t309
  handicap | 2.3 IS t295 l2 | 2.7 CWE t295
  insured's ID number | 2.3 CX | 2.3.1 CX *
  signature code | 2.5 IS t535 l1 | 2.7 CWE t535
  signature date | 2.5 DT
  insured's birth place | 2.5 ST l250
  VIP indicator | 2.5 IS t99 l2 | 2.7 CWE t99
  external health plan IDs | 2.7 CX *
  insurance action code | 2.8 ID t206
IN2 insurance, more
  insured's employee ID | 2.3 CX | 2.3.1 CX *
  insured's social security number | 2.3 ST l11
  insured's employer | 2.3 XCN | 2.3.1 XCN *
  employer information | 2.3 IS t139 l1 | 2.7 CWE t139
  mail claim party | 2.3 IS t137 l1 | 2.3.1 IS * t137 l1 | 2.7 CWE * t137
  Medicare card number | 2.3 ST l15
  Medicaid case name | 2.3 XPN | 2.3.1 XPN *
  Medicaid case number | 2.3 ST l15
  military sponsor name | 2.3 XPN | 2.3.1 XPN *
  military ID | 2.3 ST l20
  dependent of military recipient | 2.3 CE t342 | 2.6 CWE t342
  military organization | 2.3 ST l25
  military station | 2.3 ST l25
  military service | 2.3 IS t140 l14 | 2.7 CWE t140
  military rank | 2.3 IS t141 l2 | 2.7 CWE t141
  military status | 2.3 IS t142 l3 | 2.7 CWE t142
  military retire date | 2.3 DT
  military non-availability certificate | 2.3 ID t136 l1
  baby coverage | 2.3 ID t136 l1
  combine baby bill | 2.3 ID t136 l1
  blood deductible | 2.3 ST l1
  special coverage approval name | 2.3 XPN | 2.3.1 XPN *
  special coverage approval title | 2.3 ST l30
  non-covered insurance | 2.3 ST * l8 | 2.3.1 IS * t143 l8 | 2.7 CWE * t143
  payor ID | 2.3 CX | 2.3.1 CX *
  payor subscriber ID | 2.3 CX | 2.3.1 CX *
  eligibility source | 2.3 IS t144 l1 | 2.7 CWE t144
  room coverage | 2.3 RMC *
  policy type and amount | 2.3 PTA *
  daily deductible | 2.3 DDI
  living dependency | 2.3 IS t223 l2 | 2.7 CWE t223
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
  marital status | 2.3 IS * t2 l1 | 2.3.1 CE * t2 | 2.6 CWE * t2
  employment start date | 2.3 DT
  employment stop date | 2.3 DT
  job title | 2.3 ST l20
  job code/class | 2.3 JCC
  job status | 2.3 IS t311 l2 | 2.7 CWE t311
  employer contact person | 2.3 XPN *
  employer contact phone | 2.3 XTN *
  employer contact reason | 2.3 IS t222 l2 | 2.7 CWE t222
  insured's contact person | 2.3 XPN *
  insured's contact phone | 2.3 XTN *
  insured's contact reason | 2.3 IS * t222 l2 | 2.7 CWE * t222
  relationship start date | 2.3 DT
  relationship stop date | 2.3 DT *
  company contact reason | 2.3 IS t232 l2 | 2.7 CWE t232
  company contact phone | 2.3 XTN | 2.7 XTN *
  policy scope | 2.3 IS t312 l2 | 2.7 CWE t312
  policy source | 2.3 IS t313 l2 | 2.7 CWE t313
  patient member number | 2.3 CX
  guarantor's relationship to insured | 2.3 IS t63 l2 | 2.3.1 CE t63 | 2.6 CWE t63
  insured's home phone | 2.3 XTN *
  insured's employer phone | 2.3 XTN *
  military handicapped program | 2.3 CE t343 | 2.6 CWE t343
  suspend flag | 2.3 ID t136 l2 | 2.3.1 ID t136 l1
  copay limit flag | 2.3 ID t136 l2 | 2.3.1 ID t136 l1
  stoploss limit flag | 2.3 ID t136 l2 | 2.3.1 ID t136 l1
  insured's organization | 2.3 XON *
  insured's employer organization | 2.3 XON *
  race | 2.3 IS t5 l1 | 2.3.1 CE * t5 | 2.6 CWE * t5
  patient's relationship to insured | 2.3 ID t344 l1 | 2.3.1 CE t344 | 2.6 CWE t344
`;
