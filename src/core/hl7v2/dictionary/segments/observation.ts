/** Requests for observations and their results (chapters 4 and 7). How to read a line: ../readLines.ts. */
export const observationSegments = `
OBR observation request
  set ID | 2.3 SI l4
  placer order number | 2.3 EI C
  filler order number | 2.3 EI C
  universal service ID | 2.3 CE R | 2.6 CWE R
  priority | 2.3 ID l2 | 2.5 ID B l2 | 2.7 ID W l2
  requested date/time | 2.3 TS | 2.5 TS B | 2.6 DTM B | 2.7 DTM W
  observation date/time | 2.3 TS C | 2.6 DTM C
  observation end date/time | 2.3 TS | 2.6 DTM
  collection volume | 2.3 CQ
  collector | 2.3 XCN *
  specimen action code | 2.3 ID t65 l1
  danger code | 2.3 CE | 2.6 CWE
  relevant clinical information | 2.3 ST l300 | 2.7 CWE *
  specimen received date/time | 2.3 TS | 2.5 TS B | 2.6 DTM B | 2.7 DTM W
  specimen source | 2.3 SPS | 2.5 SPS B | 2.7 SPS W
  ordering provider | 2.3 XCN *
  order callback phone | 2.3 XTN x2
  placer field 1 | 2.3 ST l60 | 2.6 ST l199
  placer field 2 | 2.3 ST l60 | 2.6 ST l199
  filler field 1 | 2.3 ST l60 | 2.6 ST l199
  filler field 2 | 2.3 ST l60 | 2.6 ST l199
  results report/status change | 2.3 TS C | 2.6 DTM C
  charge to practice | 2.3 MOC
  diagnostic service section | 2.3 ID t74 l10
  result status | 2.3 ID C t123 l1
  parent result | 2.3 PRL
  quantity/timing | 2.3 TQ | 2.3.1 TQ * | 2.5 TQ B * | 2.7 TQ W *
  result copies to | 2.3 XCN x5 | 2.5 XCN *
  parent | 2.3 EIP
  transportation mode | 2.3 ID t124 l20
  reason for study | 2.3 CE * | 2.6 CWE *
  principal result interpreter | 2.3 NDL
  assistant result interpreter | 2.3 NDL *
  technician | 2.3 NDL *
  transcriptionist | 2.3 NDL *
  scheduled date/time | 2.3 TS | 2.6 DTM
  number of sample containers | 2.3 NM l4 | 2.6 NM l16
  transport logistics | 2.3 CE * | 2.6 CWE *
  collector's comment | 2.3 CE * | 2.6 CWE *
  transport arrangement responsibility | 2.3 CE | 2.6 CWE
  transport arranged | 2.3 ID t224 l30
  escort required | 2.3 ID t225 l1
  planned transport comment | 2.3 CE * | 2.6 CWE *
  procedure code | 2.3.1 CE t88 | 2.6 CNE t88
  procedure code modifier | 2.3.1 CE * t340 | 2.6 CNE * t340
  placer supplemental information | 2.4 CE * t411 | 2.6 CWE * t411
  filler supplemental information | 2.4 CE * t411 | 2.6 CWE * t411
  duplicate procedure reason | 2.5 CWE C t476
  result handling | 2.5 IS t507 l2 | 2.7 CWE t507
  parent universal service ID | 2.5.1 CWE
  observation group ID | 2.7 EI
  parent observation group ID | 2.7 EI
  alternate placer order numbers | 2.7 CX *
  parent order | 2.7 EIP
OBX observation result
  set ID | 2.3 SI l4
  value type | 2.3 ID C t125 l3
  observation identifier | 2.3 CE R | 2.6 CWE R
  observation sub-ID | 2.3 ST C l20
  observation value | 2.3 varies C *
  units | 2.3 CE | 2.6 CWE
  reference range | 2.3 ST l60
  interpretation (abnormal flags) | 2.3 ID x5 t78 l5 | 2.4 IS x5 t78 l5 | 2.5 IS * t78 l5 | 2.7 CWE * t78
  probability | 2.3 NM l5
  nature of abnormal test | 2.3 ID * t80 l2
  result status | 2.3 ID R t85 l1
  effective date of reference range | 2.3 TS | 2.6 DTM
  user-defined access checks | 2.3 ST l20
  date/time of observation | 2.3 TS | 2.6 DTM
  producer's ID | 2.3 CE | 2.6 CWE
  responsible observer | 2.3 XCN | 2.3.1 XCN *
  observation method | 2.3 CE * | 2.6 CWE *
  equipment ID | 2.4 EI *
  date/time of analysis | 2.4 TS | 2.6 DTM
  observation site | 2.5.1 CWE * t163
  observation instance ID | 2.5.1 EI
  mood code | 2.5.1 CNE C t725
  performing organization | 2.5.1 XON
  performing organization address | 2.5.1 XAD
  medical director | 2.5.1 XCN
  results release category | 2.7 ID t909
  root cause | 2.8 CWE
  local process control | 2.8 CWE *
  observation type | 2.8 ID t936
  observation sub-type | 2.8 ID t937
CTI clinical trial
  sponsor study ID | 2.3 EI R
  study phase | 2.3 CE C | 2.6 CWE C
  scheduled time point | 2.3 CE | 2.6 CWE
SID substance
  application/method ID | 2.4 CE C | 2.6 CWE C
  lot number | 2.4 ST C l20
  container ID | 2.4 ST C l200
  manufacturer | 2.4 CE C t385 | 2.6 CWE C t385
TCD test code detail
  universal service ID | 2.4 CE R | 2.6 CWE R
  auto-dilution factor | 2.4 SN
  rerun dilution factor | 2.4 SN
  pre-dilution factor | 2.4 SN
  endogenous content of diluent | 2.4 SN
  automatic repeat allowed | 2.4 ID t136 l1
  reflex allowed | 2.4 ID t136 l1
  repeat status | 2.4 CE t389 | 2.6 CWE t389
`;
