/** Appointments (chapter 10). How to read a line: ../readLines.ts. */
export const schedulingSegments = `
SCH scheduling activity
  placer appointment ID | 2.3 EI C
  filler appointment ID | 2.3 EI C
  occurrence number | 2.3 NM C l5
  placer group number | 2.3 EI | 2.8 EIP
  schedule ID | 2.3 CE | 2.6 CWE
  event reason | 2.3 CE R | 2.6 CWE R
  appointment reason | 2.3 CE t276 | 2.6 CWE t276
  appointment type | 2.3 CE t277 | 2.6 CWE t277
  duration | 2.3 NM l20 | 2.5 NM B l20 | 2.7 NM W l20
  duration units | 2.3 CE | 2.6 CNE
  timing/quantity | 2.3 TQ R * | 2.5 TQ B * | 2.7 TQ W *
  placer contact person | 2.3 XCN | 2.3.1 XCN *
  placer contact phone | 2.3 XTN
  placer contact address | 2.3 XAD | 2.3.1 XAD *
  placer contact location | 2.3 PL
  filler contact person | 2.3 XCN R | 2.3.1 XCN R *
  filler contact phone | 2.3 XTN
  filler contact address | 2.3 XAD | 2.3.1 XAD *
  filler contact location | 2.3 PL
  entered by | 2.3 XCN R | 2.3.1 XCN R *
  entered by phone | 2.3 XTN *
  entered by location | 2.3 PL
  parent placer appointment ID | 2.3 EI
  parent filler appointment ID | 2.3 EI C
  filler status | 2.3 CE t278 | 2.6 CWE t278
  placer order number | 2.4 EI C *
  filler order number | 2.4 EI C *
ARQ appointment request
  placer appointment ID | 2.3 EI R
  filler appointment ID | 2.3 EI C
  occurrence number | 2.3 NM C l5
  placer group number | 2.3 EI | 2.8 EIP
  schedule ID | 2.3 CE | 2.6 CWE
  request reason | 2.3 CE | 2.6 CWE
  appointment reason | 2.3 CE t276 | 2.6 CWE t276
  appointment type | 2.3 CE t277 | 2.6 CWE t277
  duration | 2.3 NM l20
  duration units | 2.3 CE | 2.6 CNE
  requested start range | 2.3 DR *
  priority | 2.3 ST l5
  repeating interval | 2.3 RI
  repeating interval duration | 2.3 ST l5
  placer contact person | 2.3 XCN R | 2.3.1 XCN R *
  placer contact phone | 2.3 XTN *
  placer contact address | 2.3 XAD | 2.3.1 XAD *
  placer contact location | 2.3 PL
  entered by | 2.3 XCN R | 2.3.1 XCN R *
  entered by phone | 2.3 XTN *
  entered by location | 2.3 PL
  parent placer appointment ID | 2.3 EI
  parent filler appointment ID | 2.3 EI
  placer order number | 2.4 EI C *
  filler order number | 2.4 EI C *
APR appointment preferences
  time selection | 2.3 SCV *
  resource selection | 2.3 SCV *
  location selection | 2.3 SCV *
  slot spacing | 2.3 NM l5
  filler override | 2.3 SCV *
RGS resource group
  set ID | 2.3 SI R l4
  action code | 2.3 ID C t206 l3
  resource group ID | 2.3 CE | 2.6 CWE
AIS appointment service
  set ID | 2.3 SI R l4
  action code | 2.3 ID C t206 l3
  universal service ID | 2.3 CE R | 2.6 CWE R
  start date/time | 2.3 TS C | 2.6 DTM C
  start offset | 2.3 NM C l20
  start offset units | 2.3 CE C | 2.6 CNE C
  duration | 2.3 NM l20
  duration units | 2.3 CE | 2.6 CNE
  allow substitution | 2.3 IS C t279 l10 | 2.7 CWE C t279
  filler status | 2.3 CE C t278 | 2.6 CWE C t278
  placer supplemental information | 2.4 CE * t411 | 2.6 CWE * t411
  filler supplemental information | 2.4 CE * t411 | 2.6 CWE * t411
AIG appointment general resource
  set ID | 2.3 SI R l4
  action code | 2.3 ID C t206 l3
  resource ID | 2.3 CE C | 2.6 CWE C
  resource type | 2.3 CE R | 2.6 CWE R
  resource group | 2.3 CE * | 2.6 CWE *
  quantity | 2.3 NM l5
  quantity units | 2.3 CE | 2.6 CNE
  start date/time | 2.3 TS C | 2.6 DTM C
  start offset | 2.3 NM C l20
  start offset units | 2.3 CE C | 2.6 CNE C
  duration | 2.3 NM l20
  duration units | 2.3 CE | 2.6 CNE
  allow substitution | 2.3 IS C t279 l10 | 2.7 CWE C t279
  filler status | 2.3 CE C t278 | 2.6 CWE C t278
AIL appointment location
  set ID | 2.3 SI R l4
  action code | 2.3 ID C t206 l1 | 2.3.1 ID C t206 l3
  location | 2.3 PL C | 2.5 PL C *
  location type | 2.3 CE C t305 | 2.3.1 CE R t305 | 2.5 CE C t305 | 2.6 CWE C t305
  location group | 2.3 CE | 2.6 CWE
  start date/time | 2.3 TS C | 2.6 DTM C
  start offset | 2.3 NM C l20
  start offset units | 2.3 CE C | 2.6 CNE C
  duration | 2.3 NM l20
  duration units | 2.3 CE | 2.6 CNE
  allow substitution | 2.3 IS C t279 l10 | 2.7 CWE C t279
  filler status | 2.3 CE C t278 | 2.6 CWE C t278
AIP appointment personnel
  set ID | 2.3 SI R l4
  action code | 2.3 ID C t206 l1 | 2.3.1 ID C t206 l3
  person | 2.3 XCN C | 2.3.1 XCN C *
  resource type | 2.3 CE R t182 | 2.5 CE C t182 | 2.6 CWE C t182
  resource group | 2.3 CE * | 2.3.1 CE | 2.6 CWE
  start date/time | 2.3 TS C | 2.6 DTM C
  start offset | 2.3 NM C l20
  start offset units | 2.3 CE C | 2.6 CNE C
  duration | 2.3 NM l20
  duration units | 2.3 CE | 2.6 CNE
  allow substitution | 2.3 IS C t279 l10 | 2.7 CWE C t279
  filler status | 2.3 CE C t278 | 2.6 CWE C t278
`;
