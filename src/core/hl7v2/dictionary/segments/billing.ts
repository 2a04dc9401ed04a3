/** Charges, bills and abstracts of stays (chapter 6). How to read a line: ../readLines.ts. */
export const billingSegments = `
FT1 financial transaction
  set ID | 2.3 SI l4
  transaction ID | 2.3 ST l12
  batch ID | 2.3 ST l10
  transaction date | 2.3 TS R | 2.5 DR R
  posting date | 2.3 TS | 2.6 DTM
  transaction type | 2.3 ID R t17 l8 | 2.3.1 IS R t17 l8 | 2.7 CWE R t17
  transaction code | 2.3 CE R t132 | 2.6 CWE R t132
  description | 2.3 ST l40 | 2.5 ST B l40 | 2.7 ST W l40
  alternate description | 2.3 ST l40 | 2.5 ST B l40 | 2.7 ST W l40
  quantity | 2.3 NM l6
  extended amount | 2.3 CP
  unit amount | 2.3 CP
  department | 2.3 CE t49 | 2.6 CWE t49
  health plan ID | 2.3 CE t72 | 2.6 CWE t72
  insurance amount | 2.3 CP
  assigned location | 2.3 PL
  fee schedule | 2.3 ID t24 l1 | 2.3.1 IS t24 l1 | 2.7 CWE t24
  patient type | 2.3 ID t18 l2 | 2.3.1 IS t18 l2 | 2.7 CWE t18
  diagnosis code | 2.3 CE * t51 | 2.6 CWE * t51
  performed by | 2.3 XCN | 2.3.1 XCN *
  ordered by | 2.3 XCN | 2.3.1 XCN *
  unit cost | 2.3 NM l12 | 2.3.1 CP
  filler order number | 2.3 EI
  entered by | 2.3 XCN | 2.3.1 XCN *
  procedure code | 2.3 CE t88 | 2.6 CNE t88
  procedure code modifier | 2.3.1 CE * t340 | 2.6 CNE * t340
  beneficiary notice code | 2.5 CE t339 | 2.6 CWE t339
  duplicate procedure reason | 2.5 CWE t476
  NDC code | 2.5 CNE t549 | 2.6 CWE t549
  payment reference | 2.5 CX
  transaction reference key | 2.5 SI * l4
  performing facility | 2.7 XON *
  ordering facility | 2.7 XON
  item number | 2.7 CWE
  model number | 2.7 ST
  special processing code | 2.7 CWE *
  clinic code | 2.7 CWE
  referral number | 2.7 CX
  authorization number | 2.7 CX
  provider taxonomy | 2.7 CWE
  revenue code | 2.7 CWE t456
  prescription number | 2.7 ST
  NDC quantity and unit | 2.7 CQ
PCE patient charge cost center
  set ID | 2.6 SI R l2
  cost center account | 2.6 IS t319 l30 | 2.7 CX
  transaction code | 2.6 CWE t132
  unit amount | 2.6 CP
BLG billing
  when to charge | 2.3 CCD
  charge type | 2.3 ID t122 l50
  account ID | 2.3 CK | 2.3.1 CX
  charge type reason | 2.5 CWE t475
UB1 UB82 billing
  set ID | 2.3 SI l4 | 2.5 SI B l4 | 2.7 SI W l4
  blood deductible | 2.3 NM l1 | 2.5 NM B l1 | 2.7 NM W l1
  blood furnished | 2.3 NM l2 | 2.5 NM B l2 | 2.7 NM W l2
  blood replaced | 2.3 NM l2 | 2.5 NM B l2 | 2.7 NM W l2
  blood not replaced | 2.3 NM l2 | 2.5 NM B l2 | 2.7 NM W l2
  co-insurance days | 2.3 NM l2 | 2.5 NM B l2 | 2.7 NM W l2
  condition code | 2.3 IS x5 t43 l2 | 2.3.1 IS x5 t43 l14 | 2.5 IS B x5 t43 l14 | 2.7 IS W x5 t43 l14
  covered days | 2.3 NM l3 | 2.5 NM B l3 | 2.7 NM W l3
  non-covered days | 2.3 NM l3 | 2.5 NM B l3 | 2.7 NM W l3
  value amount and code | 2.3 UVC x8 | 2.5 UVC B x8 | 2.7 UVC W x8
  grace days | 2.3 NM l2 | 2.5 NM B l2 | 2.7 NM W l2
  special program | 2.3 CE t348 | 2.5 CE B t348 | 2.6 CWE B t348 | 2.7 CWE W t348
  PSRO/UR approval | 2.3 ID t349 l60 | 2.3.1 CE t349 | 2.5 CE B t349 | 2.6 CWE B t349 | 2.7 CWE W t349
  approved stay from | 2.3 DT | 2.5 DT B | 2.7 DT W
  approved stay to | 2.3 DT | 2.5 DT B | 2.7 DT W
  occurrence | 2.3 OCD x5 | 2.5 OCD B x5 | 2.7 OCD W x5
  occurrence span | 2.3 ID t351 l2 | 2.3.1 CE t351 | 2.5 CE B t351 | 2.6 CWE B t351 | 2.7 CWE W t351
  occurrence span start | 2.3 DT | 2.5 DT B | 2.7 DT W
  occurrence span end | 2.3 DT | 2.5 DT B | 2.7 DT W
  locator 2 | 2.3 ST l30 | 2.5 ST B l30 | 2.7 ST W l30
  locator 9 | 2.3 ST l7 | 2.5 ST B l7 | 2.7 ST W l7
  locator 27 | 2.3 ST l8 | 2.5 ST B l8 | 2.7 ST W l8
  locator 45 | 2.3 ST l17 | 2.5 ST B l17 | 2.7 ST W l17
UB2 UB92 billing
  set ID | 2.3 SI l4
  co-insurance days | 2.3 ST l3
  condition code | 2.3 ID x7 t43 l2 | 2.3.1 IS x7 t43 l2 | 2.7 CWE x7 t43
  covered days | 2.3 ST l3
  non-covered days | 2.3 ST l4
  value amount and code | 2.3 UVC x12
  occurrence code and date | 2.3 OCD x8
  occurrence span and dates | 2.3 OSP x2
  locator 2 (state) | 2.3 ST x2 l29
  locator 11 (state) | 2.3 ST x2 l12
  locator 31 (national) | 2.3 ST l5
  document control number | 2.3 ST x3 l23
  locator 49 (national) | 2.3 ST x23 l4
  locator 56 (state) | 2.3 ST x5 l14
  locator 57 (national) | 2.3 ST l27
  locator 78 (state) | 2.3 ST x2 l2
  special visit count | 2.3 NM l3
ABS abstract
  discharge care provider | 2.4 XCN
  transfer medical service | 2.4 CE t69 | 2.6 CWE t69
  severity of illness | 2.4 CE t421 | 2.6 CWE t421
  attestation date/time | 2.4 TS | 2.6 DTM
  attested by | 2.4 XCN
  triage | 2.4 CE t422 | 2.6 CWE t422
  completion date/time | 2.4 TS | 2.6 DTM
  abstracted by | 2.4 XCN
  case category | 2.4 CE t423 | 2.6 CWE t423
  caesarian section | 2.4 ID t136 l1
  gestation category | 2.4 CE t424 | 2.6 CWE t424
  gestation period (weeks) | 2.4 NM l3
  newborn code | 2.4 CE t425 | 2.6 CWE t425
  stillborn indicator | 2.4 ID t136 l1
BLC blood code
  blood product | 2.4 CE t426 | 2.6 CWE t426
  blood amount | 2.4 CQ
RMI risk management incident
  incident code | 2.4 CE t427 | 2.6 CWE t427
  incident date/time | 2.4 TS | 2.6 DTM
  incident type | 2.4 CE t428 | 2.6 CWE t428
`;
