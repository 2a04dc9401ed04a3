/** Staff and practitioners (chapter 15). How to read a line: ../readLines.ts. */
export const staffSegments = `
STF staff
  primary key value | 2.3 CE R | 2.4 CE C | 2.6 CWE C
  staff identifiers | 2.3 CE * | 2.3.1 CX *
  name | 2.3 XPN | 2.3.1 XPN *
  staff type | 2.3 ID * t182 l2 | 2.3.1 IS * t182 l2 | 2.7 CWE * t182
  administrative sex | 2.3 IS t1 l1 | 2.7 CWE t1
  date/time of birth | 2.3 TS | 2.6 DTM
  active/inactive | 2.3 ID t183 l1
  department | 2.3 CE * t184 | 2.6 CWE * t184
  hospital service | 2.3 CE * t69 | 2.6 CWE * t69
  phone | 2.3 XTN *
  address | 2.3 AD x2 | 2.3.1 XAD *
  institution activation date | 2.3 DIN *
  institution inactivation date | 2.3 DIN *
  backup person | 2.3 CE * | 2.6 CWE *
  e-mail address | 2.3 ST * l40
  preferred method of contact | 2.3 CE t185 | 2.6 CWE t185
  marital status | 2.3 IS * t2 l1 | 2.3.1 CE t2 | 2.6 CWE t2
  job title | 2.3 ST l20
  job code/class | 2.3 JCC
  employment status | 2.3 IS t66 l2 | 2.4 CE t66 | 2.6 CWE t66
  additional insured on auto | 2.3 ID t136 l1
  driver's license number | 2.3 DLN
  copy auto insurance | 2.3 ID t136 l1
  auto insurance expires | 2.3 DT
  last DMV review | 2.3 DT
  next DMV review | 2.3 DT
  race | 2.4 CE t5 | 2.6 CWE t5
  ethnic group | 2.4 CE t189 | 2.6 CWE t189
  reactivation approval | 2.4 ID t136 l1
  citizenship | 2.5 CE * t171 | 2.6 CWE * t171
  date/time of death | 2.5 TS | 2.6 DTM
  death indicator | 2.5 ID t136 l1
  institution relationship type | 2.5 CWE t538
  institution relationship period | 2.5 DR
  expected return date | 2.5 DT
  cost center | 2.5 CWE * t539
  generic classification | 2.5 ID t136 l1
  inactive reason | 2.5 CWE t540
  generic resource type | 2.6 CWE * t771
  religion | 2.7 CWE t6
  signature | 2.7 ED
PRA practitioner
  primary key value | 2.3 ST R l20 | 2.3.1 CE R | 2.4 CE C | 2.6 CWE C
  practitioner group | 2.3 CE * t358 | 2.6 CWE * t358
  practitioner category | 2.3 ID * t186 l3 | 2.3.1 IS * t186 l3 | 2.7 CWE * t186
  provider billing | 2.3 ID t186 l1 | 2.3.1 ID t187 l1
  specialty | 2.3 SPD *
  practitioner IDs | 2.3 PLN *
  privileges | 2.3 PIP *
  date entered practice | 2.3.1 DT
  institution | 2.4 CE t537 | 2.6 CWE t537
  date left practice | 2.4 DT
  government billing eligibility | 2.4 CE * t401 | 2.6 CWE * t401
  set ID | 2.4 SI C l60
ORG practitioner organization unit
  set ID | 2.4 SI R l60
  organization unit | 2.4 CE t405 | 2.6 CWE t405
  organization unit type | 2.4 CE t474 | 2.6 CWE t474
  primary unit indicator | 2.4 ID t136 l1
  practitioner's unit ID | 2.4 CX
  provider type | 2.4 CE t452 | 2.6 CWE t452
  provider classification | 2.4 CE t453 | 2.6 CWE t453
  area of specialization | 2.4 CE t454 | 2.6 CWE t454
  effective date range | 2.4 DR
  employment status | 2.4 CE t66 | 2.6 CWE t66
  board approval | 2.4 ID t136 l1
  primary care physician | 2.4 ID t136 l1
  cost center | 2.7 CWE * t539
AFF professional affiliation
  set ID | 2.4 SI R l60
  professional organization | 2.4 XON R
  organization address | 2.4 XAD
  affiliation date range | 2.4 DR *
  additional information | 2.4 ST l60
LAN language
  set ID | 2.4 SI R l60
  language | 2.4 CE R t296 | 2.6 CWE R t296
  ability | 2.4 CE * t403 | 2.6 CWE * t403
  proficiency | 2.4 CE t404 | 2.6 CWE t404
EDU education
  set ID | 2.4 SI R l60
  academic degree | 2.4 IS t360 l10 | 2.7 CWE t360
  program date range | 2.4 DR
  participation date range | 2.4 DR
  degree granted date | 2.4 DT
  school | 2.4 XON
  school type | 2.4 CE t402 | 2.6 CWE t402
  school address | 2.4 XAD
  major field | 2.5 CWE *
CER certificate
  set ID | 2.5 SI R l4
  serial number | 2.5 ST l80
  version | 2.5 ST l80
  granting authority | 2.5 XON
  issuing authority | 2.5 XCN
  signature | 2.5 ED
  granting country | 2.5 ID t399 l3
  granting state | 2.5 CWE t347
  granting county | 2.5 CWE t289
  certificate type | 2.5 CWE
  certificate domain | 2.5 CWE
  subject ID | 2.5 ID C l250 | 2.7 EI C
  subject name | 2.5 ST R l250
  subject attribute extension | 2.5 CWE *
  subject public key | 2.5 CWE
  authority key ID | 2.5 CWE
  basic constraint | 2.5 ID t136 l250
  revocation list distribution | 2.5 CWE *
  jurisdiction country | 2.5 ID t399 l3
  jurisdiction state | 2.5 CWE t347
  jurisdiction county | 2.5 CWE t289
  jurisdiction breadth | 2.5 CWE * t547
  granting date | 2.5 TS | 2.6 DTM
  issuing date | 2.5 TS | 2.6 DTM
  activation date | 2.5 TS | 2.6 DTM
  inactivation date | 2.5 TS | 2.6 DTM
  expiration date | 2.5 TS | 2.6 DTM
  renewal date | 2.5 TS | 2.6 DTM
  revocation date | 2.5 TS | 2.6 DTM
  revocation reason | 2.5 CE | 2.6 CWE
  certificate status | 2.5 CWE t536
`;
