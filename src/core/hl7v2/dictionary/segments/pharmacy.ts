/** Dispensing, giving and administering medicines (chapter 4, 4A from v2.6 on). How to read a line: ../readLines.ts. */
export const pharmacySegments = `
RXD medication dispense
  dispense sub-ID counter | 2.3 NM R l4
  dispense/give code | 2.3 CE R t292 | 2.6 CWE R t292
  dispensed date/time | 2.3 TS R | 2.6 DTM R
  amount | 2.3 NM R l20
  units | 2.3 CE C | 2.6 CWE C
  dosage form | 2.3 CE | 2.6 CWE
  prescription number | 2.3 ST R l20
  refills remaining | 2.3 NM C l20
  notes | 2.3 CE * | 2.3.1 ST * l200
  dispensing provider | 2.3 XCN | 2.3.1 XCN *
  substitution status | 2.3 ID t167 l1
  total daily dose | 2.3 CQ
  dispense-to location | 2.3 LA2
  needs human review | 2.3 ID t136 l1
  special dispensing instructions | 2.3 CE * | 2.6 CWE *
  strength | 2.3 NM l20
  strength units | 2.3 CE | 2.6 CWE
  lot number | 2.3 ST * l20
  expiration date | 2.3 TS * | 2.6 DTM *
  manufacturer | 2.3 CE * t227 | 2.6 CWE * t227
  indication | 2.3 CE | 2.3.1 CE * | 2.6 CWE *
  package size | 2.3 NM l20
  package size unit | 2.3 CE | 2.6 CWE
  package method | 2.3 ID t321 l2
  supplementary code | 2.4 CE * | 2.6 CWE *
  initiating location | 2.4 CE | 2.6 CWE
  packaging location | 2.4 CE | 2.6 CWE
  strength volume | 2.5 NM l5
  strength volume units | 2.5 CWE
  dispense to pharmacy | 2.5 CWE
  pharmacy address | 2.5 XAD
  pharmacy order type | 2.5 ID t480 l1
  dispense type | 2.5 CWE t484
  pharmacy phone | 2.7 XTN *
  dispense tag ID | 2.8 EI
RXG medication give
  give sub-ID counter | 2.3 ID l4 | 2.3.1 NM R l4
  dispense sub-ID counter | 2.3 NM l4
  quantity/timing | 2.3 TQ R | 2.5 TQ B | 2.7 TQ W
  give code | 2.3 CE R t292 | 2.6 CWE R t292
  minimum amount | 2.3 NM R l20
  maximum amount | 2.3 NM l20
  units | 2.3 CE R | 2.6 CWE R
  dosage form | 2.3 CE | 2.6 CWE
  notes | 2.3 CE * | 2.6 CWE *
  substitution status | 2.3 ID t167 l1
  dispense-to location | 2.3 LA2
  needs human review | 2.3 ID t136 l1
  special administration instructions | 2.3 CE | 2.3.1 CE * | 2.6 CWE *
  give per time unit | 2.3 ST C l20
  give rate amount | 2.3 ST l6
  give rate units | 2.3 CE | 2.6 CWE
  strength | 2.3 NM l20
  strength units | 2.3 CE | 2.6 CWE
  lot number | 2.3 ST * l20
  expiration date | 2.3 TS * | 2.6 DTM *
  manufacturer | 2.3 CE * t227 | 2.6 CWE * t227
  indication | 2.3 CE | 2.3.1 CE * | 2.6 CWE *
  strength volume | 2.5 NM l5
  strength volume units | 2.5 CWE
  barcode | 2.5 CWE
  pharmacy order type | 2.5 ID t480 l1
  dispense to pharmacy | 2.6 CWE
  pharmacy address | 2.6 XAD
  deliver-to patient location | 2.6 PL
  deliver-to address | 2.6 XAD
  give tag ID | 2.8 EI
  dispense amount | 2.8 NM
  dispense units | 2.8 CWE
RXA medication administration
  give sub-ID counter | 2.3 ID R l4 | 2.3.1 NM R l4
  administration sub-ID counter | 2.3 NM R l4
  start date/time | 2.3 TS R | 2.6 DTM R
  end date/time | 2.3 TS R | 2.6 DTM R
  administered code | 2.3 CE R t292 | 2.6 CWE R t292
  amount | 2.3 NM R l20
  units | 2.3 CE C | 2.6 CWE C
  dosage form | 2.3 CE | 2.6 CWE
  notes | 2.3 CE * | 2.6 CWE *
  administering provider | 2.3 XCN | 2.3.1 XCN *
  administered-at location | 2.3 LA2
  administered per time unit | 2.3 ST C l20
  strength | 2.3 NM l20
  strength units | 2.3 CE | 2.6 CWE
  lot number | 2.3 ST * l20
  expiration date | 2.3 TS * | 2.6 DTM *
  manufacturer | 2.3 CE * t227 | 2.6 CWE * t227
  refusal reason | 2.3 CE * | 2.6 CWE *
  indication | 2.3 CE * | 2.6 CWE *
  completion status | 2.3 ID t322 l2
  action code | 2.3 ID t323 l2 | 2.6 ID t206 l2
  system entry date/time | 2.3 TS | 2.6 DTM
  strength volume | 2.5 NM l5
  strength volume units | 2.5 CWE
  barcode | 2.5 CWE
  pharmacy order type | 2.5 ID t480 l1
  administer at | 2.6 PL
  administered-at address | 2.6 XAD
  administered tag ID | 2.8 EI
RXV medication infusion
  set ID | 2.8 SI
  bolus type | 2.8 ID
  bolus dose amount | 2.8 NM
  bolus dose amount units | 2.8 CWE
  bolus dose volume | 2.8 NM
  bolus dose volume units | 2.8 CWE
  PCA type | 2.8 ID
  PCA dose amount | 2.8 NM
  PCA dose amount units | 2.8 CWE
  PCA dose volume | 2.8 NM
  PCA dose volume units | 2.8 CWE
  maximum dose amount | 2.8 NM
  maximum dose amount units | 2.8 CWE
  maximum dose volume | 2.8 NM
  maximum dose volume units | 2.8 CWE
  maximum dose per time | 2.8 CQ
  lockout interval | 2.8 CQ
  syringe manufacturer | 2.8 CWE
  syringe model number | 2.8 CWE
  syringe size | 2.8 NM
  syringe size units | 2.8 CWE
  action code | 2.8 ID t206
`;
