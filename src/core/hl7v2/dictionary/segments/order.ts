/** Orders, their timing, diets and supplies (chapter 4). How to read a line: ../readLines.ts. */
export const orderSegments = `
ORC common order
  order control | 2.3 ID R t119 l2
  placer order number | 2.3 EI C
  filler order number | 2.3 EI C
  placer group number | 2.3 EI | 2.8 EIP
  order status | 2.3 ID t38 l2
  response flag | 2.3 ID t121 l1
  quantity/timing | 2.3 TQ | 2.4 TQ * | 2.5 TQ B * | 2.7 TQ W *
  parent order | 2.3 EIP
  transaction date/time | 2.3 TS | 2.6 DTM
  entered by | 2.3 XCN | 2.3.1 XCN *
  verified by | 2.3 XCN | 2.3.1 XCN *
  ordering provider | 2.3 XCN *
  enterer's location | 2.3 PL
  call back phone | 2.3 TN x2 | 2.3.1 XTN x2
  effective date/time | 2.3 TS | 2.6 DTM
  order control reason | 2.3 CE | 2.6 CWE
  entering organization | 2.3 CE | 2.6 CWE
  entering device | 2.3 CE | 2.6 CWE
  action by | 2.3 XCN | 2.3.1 XCN *
  beneficiary notice code | 2.3.1 CE t339 | 2.6 CWE t339
  ordering facility | 2.3.1 XON *
  ordering facility address | 2.3.1 XAD *
  ordering facility phone | 2.3.1 XTN *
  ordering provider address | 2.3.1 XAD *
  order status modifier | 2.4 CWE
  beneficiary notice override reason | 2.5 CWE C t552
  filler's expected availability | 2.5 TS | 2.6 DTM
  confidentiality | 2.5 CWE t177
  order type | 2.5 CWE t482
  enterer authorization mode | 2.5 CNE t483
  parent universal service ID | 2.5.1 CWE
  beneficiary notice date | 2.7 DT
  alternate placer order numbers | 2.7 CX *
  order workflow profile | 2.8 CWE
TQ1 timing/quantity
  set ID | 2.5 SI l4
  quantity | 2.5 CQ
  repeat pattern | 2.5 RPT *
  explicit time | 2.5 TM *
  relative time and units | 2.5 CQ *
  service duration | 2.5 CQ
  start date/time | 2.5 TS | 2.6 DTM
  end date/time | 2.5 TS | 2.6 DTM
  priority | 2.5 CWE * t485
  condition text | 2.5 TX l250
  text instruction | 2.5 TX l250
  conjunction | 2.5 ID C t472 l10
  occurrence duration | 2.5 CQ
  total occurrences | 2.5 NM l10
TQ2 timing relationship
  set ID | 2.5 SI l4
  sequence/results flag | 2.5 ID t503 l1
  related placer number | 2.5 EI C *
  related filler number | 2.5 EI C *
  related placer group number | 2.5 EI C *
  sequence condition | 2.5 ID C t504 l2
  cyclic entry/exit indicator | 2.5 ID C t505 l1
  condition time interval | 2.5 CQ
  maximum repeats | 2.5 NM l10
  special service request relationship | 2.5 ID C t506 l1
ODS dietary order
  type | 2.3 ID R t159 l1
  service period | 2.3 CE x10 | 2.6 CWE x10
  diet, supplement or preference | 2.3 CE R x20 | 2.6 CWE R x20
  text instruction | 2.3 ST l80 | 2.3.1 ST x2 l80
ODT diet tray
  tray type | 2.3 CE R t160 | 2.6 CWE R t160
  service period | 2.3 CE x10 | 2.6 CWE x10
  text instruction | 2.3 ST l80
RQD requisition detail
  line number | 2.3 SI l4
  internal item code | 2.3 CE C | 2.6 CWE C
  external item code | 2.3 CE C | 2.6 CWE C
  hospital item code | 2.3 CE C | 2.6 CWE C
  quantity | 2.3 NM l6
  unit of measure | 2.3 CE | 2.6 CWE
  cost center account | 2.3 ID t319 l30 | 2.3.1 IS t319 l30 | 2.7 CX
  natural account code | 2.3 ID t320 l30 | 2.3.1 IS t320 l30 | 2.7 CWE t320
  deliver-to ID | 2.3 CE | 2.6 CWE
  date needed | 2.3 DT
RQ1 requisition detail, more
  anticipated price | 2.3 ST l10
  manufacturer | 2.3 CE C t385 | 2.6 CWE C t385
  manufacturer's catalog | 2.3 ST C l16
  vendor | 2.3 CE C | 2.6 CWE C
  vendor catalog | 2.3 ST C l16
  taxable | 2.3 ID t136 l1
  substitute allowed | 2.3 ID t136 l1
`;
