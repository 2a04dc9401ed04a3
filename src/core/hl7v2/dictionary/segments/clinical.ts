/** Allergies (chapter 3), diagnoses and procedures (chapter 6). How to read a line: ../readLines.ts. */
export const clinicalSegments = `
AL1 allergy
  set ID | 2.3 SI R l4
  allergen type | 2.3 ID t127 l2 | 2.3.1 IS t127 l2 | 2.4 CE t127 | 2.6 CWE t127
  allergen | 2.3 CE R | 2.6 CWE R
  severity | 2.3 IS t128 l2 | 2.4 CE t128 | 2.6 CWE t128
  reaction | 2.3 ST l15 | 2.3.1 ST * l15
  identification date | 2.3 DT | 2.5 DT B | 2.7 DT W
IAM adverse reaction
  set ID | 2.4 SI R l4
  allergen type | 2.4 CE t127 | 2.6 CWE t127
  allergen | 2.4 CE R | 2.6 CWE R
  severity | 2.4 CE t128 | 2.6 CWE t128
  reaction | 2.4 ST * l15
  action code | 2.4 CNE R t323 | 2.6 CNE R t206
  unique ID | 2.4 EI R | 2.5 EI C
  action reason | 2.4 ST l60
  sensitivity | 2.4 CE t436 | 2.6 CWE t436
  allergen group | 2.4 CE | 2.6 CWE
  onset date | 2.4 DT
  onset date text | 2.4 ST l60
  reported date/time | 2.4 TS | 2.6 DTM
  reported by | 2.4 XPN
  relationship to patient | 2.4 CE t63 | 2.6 CWE t63
  alert device | 2.4 CE t437 | 2.6 CWE t437
  clinical status | 2.4 CE t438 | 2.6 CWE t438
  statused by person | 2.4 XCN
  statused by organization | 2.4 XON
  statused date/time | 2.4 TS | 2.6 DTM
  inactivated by person | 2.7 XCN
  inactivated date/time | 2.7 DTM
  initially recorded by person | 2.7 XCN
  initially recorded date/time | 2.7 DTM
  modified by person | 2.7 XCN
  modified date/time | 2.7 DTM
  clinician identified code | 2.7 CWE
  initially recorded by organization | 2.7 XON
  modified by organization | 2.7 XON
  inactivated by organization | 2.7 XON
IAR allergy reaction
  reaction | 2.7 CWE R
  severity | 2.7 CWE R t128
  sensitivity | 2.7 CWE t436
  management | 2.7 ST
DG1 diagnosis
  set ID | 2.3 SI R l4
  coding method | 2.3 ID t53 l2 | 2.5 ID B t53 l2 | 2.7 ID W t53 l2
  diagnosis code | 2.3 CE t51 | 2.6 CWE t51 | 2.7 CWE R t51
  description | 2.3 ST l40 | 2.5 ST B l40 | 2.7 ST W l40
  diagnosis date/time | 2.3 TS | 2.6 DTM
  diagnosis type | 2.3 IS R t52 l2 | 2.7 CWE R t52
  major diagnostic category | 2.3 CE t118 | 2.5 CE B t118 | 2.6 CWE B t118 | 2.7 CWE W t118
  DRG | 2.3 CE t55 | 2.5 CE B t55 | 2.6 CWE B t55 | 2.7 CWE W t55
  DRG approval indicator | 2.3 ID t136 l2 | 2.3.1 ID t136 l1 | 2.5 ID B t136 l1 | 2.7 ID W t136 l1
  DRG grouper review | 2.3 IS t56 l2 | 2.5 IS B t56 l2 | 2.7 IS W t56 l2
  outlier type | 2.3 CE t83 | 2.5 CE B t83 | 2.6 CWE B t83 | 2.7 CWE W t83
  outlier days | 2.3 NM l3 | 2.5 NM B l3 | 2.7 NM W l3
  outlier cost | 2.3 CP | 2.5 CP B | 2.7 CP W
  grouper version and type | 2.3 ST l4 | 2.5 ST B l4 | 2.7 ST W l4
  priority | 2.3 NM l2 | 2.3.1 ID t359 l2 | 2.7 NM
  diagnosing clinician | 2.3 XCN *
  classification | 2.3 IS t228 l3 | 2.7 CWE t228
  confidential indicator | 2.3 ID t136 l1
  attestation date/time | 2.3 TS | 2.6 DTM
  diagnosis ID | 2.5 EI C
  action code | 2.5 ID C t206 l1
  parent diagnosis | 2.6 EI C
  DRG CCL value | 2.6 CWE t728
  DRG grouping usage | 2.6 ID t136 l20
  DRG determination status | 2.6 IS t731 l20 | 2.7 CWE t731
  present on admission | 2.6 IS t895 l1 | 2.7 CWE t895
DRG diagnosis related group
  DRG | 2.3 CE t55 | 2.6 CNE t55
  assigned date/time | 2.3 TS | 2.6 DTM
  approval indicator | 2.3 ID t136 l2 | 2.3.1 ID t136 l1
  grouper review | 2.3 IS t56 l2 | 2.7 CWE t56
  outlier type | 2.3 CE t83 | 2.6 CWE t83
  outlier days | 2.3 NM l3
  outlier cost | 2.3 CP
  payor | 2.3 IS t229 l1 | 2.7 CWE t229
  outlier reimbursement | 2.3 CP
  confidential indicator | 2.3 ID t136 l1
  transfer type | 2.4 IS t415 l21 | 2.7 CWE t415
  coder | 2.6 XPN
  grouper status | 2.6 CWE t734
  PCCL value | 2.6 CWE t728
  effective weight | 2.6 NM l5
  monetary amount | 2.6 MO
  status patient | 2.6 IS t739 l20 | 2.7 CWE t739
  grouper software | 2.6 ST l100
  grouper software version | 2.6 ST l100
  status financial calculation | 2.6 IS t742 l20 | 2.7 CWE t742
  relative discount/surcharge | 2.6 MO
  basic charge | 2.6 MO
  total charge | 2.6 MO
  discount/surcharge | 2.6 MO
  calculated days | 2.6 NM l5
  status gender | 2.6 IS t749 l20 | 2.7 CWE t749
  status age | 2.6 IS t749 l20 | 2.7 CWE t749
  status length of stay | 2.6 IS t749 l20 | 2.7 CWE t749
  status same day | 2.6 IS t749 l20 | 2.7 CWE t749
  status separation mode | 2.6 IS t749 l20 | 2.7 CWE t749
  status weight at birth | 2.6 IS t755 l20 | 2.7 CWE t755
  status respiration minutes | 2.6 IS t757 l20 | 2.7 CWE t757
  status admission | 2.6 IS t759 l20 | 2.7 CWE t759
PR1 procedure
  set ID | 2.3 SI R l4
  coding method | 2.3 IS t89 l2 | 2.4 IS t89 l3 | 2.5 IS B t89 l3 | 2.7 IS W t89 l3
  procedure code | 2.3 CE t88 | 2.3.1 CE R t88 | 2.6 CNE R t88
  description | 2.3 ST l40 | 2.5 ST B l40 | 2.7 ST W l40
  procedure date/time | 2.3 TS | 2.3.1 TS R | 2.6 DTM R
  functional type | 2.3 ID R t230 l2 | 2.3.1 IS R t230 l2 | 2.4 IS t230 l2 | 2.7 CWE t230
  minutes | 2.3 NM l4
  anesthesiologist | 2.3 XCN * | 2.5 XCN B * | 2.7 XCN W *
  anesthesia code | 2.3 IS t19 l2 | 2.7 CWE t19
  anesthesia minutes | 2.3 NM l4
  surgeon | 2.3 XCN * | 2.5 XCN B * | 2.7 XCN W *
  practitioner | 2.3 XCN * | 2.5 XCN B * | 2.7 XCN W *
  consent code | 2.3 CE t59 | 2.6 CWE t59
  priority | 2.3 NM l2 | 2.4 ID t418 l2 | 2.7 NM
  associated diagnosis | 2.3 CE t51 | 2.6 CWE t51
  code modifier | 2.3.1 CE * t340 | 2.6 CNE * t340
  DRG type | 2.4 IS t416 l20 | 2.7 CWE t416
  tissue type | 2.4 CE * t417 | 2.6 CWE * t417
  procedure ID | 2.5 EI C
  action code | 2.5 ID C t206 l1
  DRG determination status | 2.6 IS t761 l20 | 2.7 CWE t761
  DRG relevance | 2.6 IS t763 l20 | 2.7 CWE t763
  treating unit | 2.7 PL *
  respiratory within surgery | 2.7 ID t136
  parent procedure ID | 2.7 EI
`;
