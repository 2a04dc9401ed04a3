/** Referrals and their authorization (chapter 11). How to read a line: ../readLines.ts. */
export const referralSegments = `
RF1 referral
  referral status | 2.3 CE t283 | 2.6 CWE t283
  priority | 2.3 CE t280 | 2.6 CWE t280
  type | 2.3 CE t281 | 2.6 CWE t281
  disposition | 2.3 CE * t282 | 2.6 CWE * t282
  category | 2.3 CE t284 | 2.6 CWE t284
  originating referral ID | 2.3 EI R
  effective date | 2.3 TS | 2.6 DTM
  expiration date | 2.3 TS | 2.6 DTM
  process date | 2.3 TS | 2.6 DTM
  reason | 2.3 CE * t336 | 2.6 CWE * t336
  external referral ID | 2.3 EI *
  documentation completion status | 2.6 CWE t865
  planned treatment stop date | 2.8 DTM
  reason text | 2.8 ST
  authorized treatments | 2.8 CQ
  used treatments | 2.8 CQ
  scheduled treatments | 2.8 CQ
  remaining benefit | 2.8 MO
  authorized provider | 2.8 XON
  authorized professional | 2.8 XCN
  source text | 2.8 ST
  source date | 2.8 DTM
  source phone | 2.8 XTN
  comment | 2.8 ST
  action code | 2.8 ID t206
AUT authorization
  payor plan ID | 2.3 CE t72 | 2.6 CWE t72
  payor company ID | 2.3 CE R t285 | 2.6 CWE R t285
  payor company name | 2.3 ST l45
  effective date | 2.3 TS | 2.6 DTM
  expiration date | 2.3 TS | 2.6 DTM
  authorization ID | 2.3 EI C
  reimbursement limit | 2.3 CP
  requested treatments | 2.3 NM l2 | 2.7 CQ
  authorized treatments | 2.3 NM l2 | 2.7 CQ
  process date | 2.3 TS | 2.6 DTM
  requested disciplines | 2.7 CWE *
  authorized disciplines | 2.7 CWE *
  referral type | 2.8 CWE
  approval status | 2.8 CWE
  planned treatment stop date | 2.8 DTM
  clinical service | 2.8 CWE
  reason text | 2.8 ST
  authorized treatment units | 2.8 CQ
  used treatment units | 2.8 CQ
  scheduled treatment units | 2.8 CQ
  encounter type | 2.8 CWE
  remaining benefit | 2.8 MO
  authorized provider | 2.8 XON
  authorized professional | 2.8 XCN
  source text | 2.8 ST
  source date | 2.8 DTM
  source phone | 2.8 XTN
  comment | 2.8 ST
  action code | 2.8 ID t206
`;
