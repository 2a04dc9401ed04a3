/** Orders of medicines (chapter 4, 4A from v2.6 on). How to read a line: ../readLines.ts. */
export const pharmacyOrderSegments = `
RXO medication order
  requested give code | 2.3 CE C | 2.6 CWE C
  minimum amount | 2.3 NM C l20
  maximum amount | 2.3 NM l20
  units | 2.3 CE C | 2.6 CWE C
  dosage form | 2.3 CE C | 2.6 CWE C
  pharmacy instructions | 2.3 CE * | 2.6 CWE *
  administration instructions | 2.3 CE * | 2.6 CWE *
  deliver-to location | 2.3 LA2 | 2.3.1 LA1
  allow substitutions | 2.3 ID t161 l1
  dispense code | 2.3 CE | 2.6 CWE
  dispense amount | 2.3 NM l20
  dispense units | 2.3 CE | 2.6 CWE
  number of refills | 2.3 NM l3
  prescriber's DEA number | 2.3 CN | 2.3.1 XCN *
  pharmacist verifier | 2.3 CN C | 2.3.1 XCN C *
  needs human review | 2.3 ID t136 l1
  give per time unit | 2.3 ST C l20
  strength | 2.3 NM l20
  strength units | 2.3 CE | 2.6 CWE
  indication | 2.3 CE | 2.3.1 CE * | 2.6 CWE *
  give rate amount | 2.3 ST l6
  give rate units | 2.3 CE | 2.6 CWE
  total daily dose | 2.3.1 CQ
  supplementary code | 2.4 CE * | 2.6 CWE *
  strength volume | 2.5 NM l5
  strength volume units | 2.5 CWE
  pharmacy order type | 2.5 ID t480 l1
  dispensing interval | 2.5 NM l20
  medication instance ID | 2.6 EI
  segment instance ID | 2.6 EI
  mood code | 2.6 CNE C t725
  dispensing pharmacy | 2.6 CWE
  dispensing pharmacy address | 2.6 XAD
  deliver-to patient location | 2.6 PL
  deliver-to address | 2.6 XAD
  pharmacy phone | 2.7 XTN *
RXE encoded medication order
  quantity/timing | 2.3 TQ R | 2.5 TQ B | 2.7 TQ W
  give code | 2.3 CE R t292 | 2.6 CWE R t292
  minimum give amount | 2.3 NM R l20
  maximum give amount | 2.3 NM l20
  give units | 2.3 CE R | 2.6 CWE R
  dosage form | 2.3 CE | 2.6 CWE
  administration instructions | 2.3 CE * | 2.6 CWE *
  deliver-to location | 2.3 LA2 | 2.3.1 LA1 | 2.5 LA1 B | 2.7 LA1 W
  substitution status | 2.3 ID t167 l1
  dispense amount | 2.3 NM C l20
  dispense units | 2.3 CE C | 2.6 CWE C
  number of refills | 2.3 NM l3
  prescriber's DEA number | 2.3 CN | 2.3.1 XCN *
  pharmacist verifier | 2.3 CN | 2.3.1 XCN *
  prescription number | 2.3 ST C l20
  refills remaining | 2.3 NM C l20
  refills dispensed | 2.3 NM C l20
  most recent refill | 2.3 TS C | 2.6 DTM C
  total daily dose | 2.3 CQ C
  needs human review | 2.3 ID t136 l1
  special dispensing instructions | 2.3 CE * | 2.6 CWE *
  give per time unit | 2.3 ST C l20
  give rate amount | 2.3 ST l6
  give rate units | 2.3 CE | 2.6 CWE
  strength | 2.3 NM l20
  strength units | 2.3 CE | 2.6 CWE
  indication | 2.3 CE | 2.3.1 CE * | 2.6 CWE *
  package size | 2.3 NM l20
  package size unit | 2.3 CE | 2.6 CWE
  package method | 2.3 ID t321 l2
  supplementary code | 2.4 CE * | 2.6 CWE *
  original order date/time | 2.5 TS | 2.6 DTM
  strength volume | 2.5 NM l5
  strength volume units | 2.5 CWE
  controlled substance schedule | 2.5 CWE t477
  formulary status | 2.5 ID t478 l1
  substance alternative | 2.5 CWE *
  pharmacy of most recent fill | 2.5 CWE
  initial dispense amount | 2.5 NM l250
  dispensing pharmacy | 2.5 CWE
  dispensing pharmacy address | 2.5 XAD
  deliver-to patient location | 2.5 PL
  deliver-to address | 2.5 XAD
  pharmacy order type | 2.5 ID t480 l1
  pharmacy phone | 2.7 XTN *
RXR medication route
  route | 2.3 CE R t162 | 2.6 CWE R t162
  administration site | 2.3 CE | 2.4 CE t163 | 2.5 CWE t163 | 2.6 CWE t550
  administration device | 2.3 CE t164 | 2.6 CWE t164
  administration method | 2.3 CE t165 | 2.5 CWE t165
  routing instruction | 2.3.1 CE | 2.6 CWE
  site modifier | 2.5 CWE t495
RXC medication component
  component type | 2.3 ID R t166 l1
  component code | 2.3 CE R | 2.6 CWE R
  amount | 2.3 NM R l20
  units | 2.3 CE R | 2.6 CWE R
  strength | 2.3 NM l20
  strength units | 2.3 CE | 2.6 CWE
  supplementary code | 2.4 CE * | 2.6 CWE *
  strength volume | 2.5 NM l5
  strength volume units | 2.5 CWE
  dispense amount | 2.8 NM
  dispense units | 2.8 CWE
`;
