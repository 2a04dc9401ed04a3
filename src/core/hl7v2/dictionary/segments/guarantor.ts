/** Who pays: the guarantor, and what insurances certify (chapter 6). How to read a line: ../readLines.ts. */
export const guarantorSegments = `
GT1 guarantor
  set ID | 2.3 SI R l4
  guarantor number | 2.3 CX *
  name | 2.3 XPN R *
  spouse name | 2.3 XPN *
  address | 2.3 XAD *
  home phone | 2.3 XTN *
  business phone | 2.3 XTN *
  date/time of birth | 2.3 TS | 2.6 DTM
  administrative sex | 2.3 IS t1 l1 | 2.7 CWE t1
  guarantor type | 2.3 IS t68 l2 | 2.7 CWE t68
  relationship | 2.3 IS t63 l2 | 2.3.1 CE t63 | 2.6 CWE t63
  social security number | 2.3 ST l11
  begin date | 2.3 DT
  end date | 2.3 DT
  priority | 2.3 NM l2
  employer name | 2.3 XPN *
  employer address | 2.3 XAD *
  employer phone | 2.3 XTN *
  employee ID | 2.3 CX *
  employment status | 2.3 IS t66 l2 | 2.7 CWE t66
  organization name | 2.3 XON *
  billing hold flag | 2.3 ID t136 l1
  credit rating | 2.3 CE t341 | 2.6 CWE t341
  date/time of death | 2.3 TS | 2.6 DTM
  death flag | 2.3 ID t136 l1
  charge adjustment | 2.3 CE t218 | 2.6 CWE t218
  household annual income | 2.3 CP
  household size | 2.3 NM l3
  employer ID | 2.3 CX *
  marital status | 2.3 IS t2 l1 | 2.3.1 CE t2 | 2.6 CWE t2
  hire date | 2.3 DT
  employment stop date | 2.3 DT
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
  contact person's name | 2.3 XPN *
  contact person's phone | 2.3 XTN *
  contact reason | 2.3 CE t222 | 2.6 CWE t222
  contact relationship | 2.3 IS t63 l2 | 2.5 IS t63 l3 | 2.7 CWE t63
  job title | 2.3 ST l20
  job code/class | 2.3 JCC
  employer's organization | 2.3 XON *
  handicap | 2.3 IS t295 l2 | 2.7 CWE t295
  job status | 2.3 IS t311 l2 | 2.7 CWE t311
  financial class | 2.3 FC
  race | 2.3 IS t5 l1 | 2.3.1 CE * t5 | 2.6 CWE * t5
  birth place | 2.5 ST l250
  VIP indicator | 2.5 IS t99 l2 | 2.7 CWE t99
IN3 insurance certification
  set ID | 2.3 SI R l4
  certification number | 2.3 CX
  certified by | 2.3 XCN *
  certification required | 2.3 ID t136 l1
  penalty | 2.3 MOP
  certification date/time | 2.3 TS | 2.6 DTM
  certification modified | 2.3 TS | 2.6 DTM
  operator | 2.3 XCN *
  begin date | 2.3 DT
  end date | 2.3 DT
  days | 2.3 DTN
  non-concur code | 2.3 CE t233 | 2.6 CWE t233
  non-concur date/time | 2.3 TS | 2.6 DTM
  physician reviewer | 2.3 XCN *
  contact | 2.3 ST l48
  contact phone | 2.3 XTN *
  appeal reason | 2.3 CE t345 | 2.6 CWE t345
  agency | 2.3 CE t346 | 2.6 CWE t346
  agency phone | 2.3 XTN *
  precertification requirement | 2.3 ICD *
  case manager | 2.3 ST l48
  second opinion date | 2.3 DT
  second opinion status | 2.3 IS t151 l1 | 2.7 CWE t151
  second opinion documents received | 2.3 IS * t152 l1 | 2.7 CWE * t152
  second opinion physician | 2.3 XCN *
  certification type | 2.8 CWE
  certification category | 2.8 CWE
`;
