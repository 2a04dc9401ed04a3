/** Values, times, quantities, and what belongs to one field. Data types of chapter 2 (2A from v2.5 on). How to read a line: ../readLines.ts. */
export const otherDataTypes = `
AUI authorization information
  authorization number | 2.3 ST
  date | 2.3 TS | 2.4 DT
  source | 2.3 ST
CCD charge code and date
  invocation event | 2.3 ID t100 | 2.5 ID R t100
  date/time | 2.3 TS | 2.6 DTM
CP composite price
  price | 2.3 MO | 2.5 MO R
  price type | 2.3 ID t205
  from value | 2.3 NM
  to value | 2.3 NM
  range units | 2.3 CE | 2.6 CWE | 2.7 CWE C
  range type | 2.3 ID t298
CQ composite quantity
  quantity | 2.3 NM
  units | 2.3 CE | 2.6 CWE
DDI daily deductible
  delay days | 2.3 NM
  monetary amount | 2.3 NM | 2.5 MO R
  number of days | 2.3 NM
DIN date and institution
  date | 2.3 TS | 2.5 TS R | 2.6 DTM R
  institution name | 2.3 CE t531 | 2.5 CE R t531 | 2.6 CWE R t531
DLD discharge location and date
  discharge location | 2.3 IS t113 | 2.5 IS R t113 | 2.6 CWE R t113
  effective date | 2.3 TS | 2.6 DTM
DLT delta
  normal range | 2.3 NR
  numeric threshold | 2.3 NM
  change computation | 2.3 ST | 2.5 ID t523
  days retained | 2.3 NM
DR date/time range
  start date/time | 2.3 TS | 2.6 DTM
  end date/time | 2.3 TS | 2.6 DTM
DT date
DTM date/time
DTN day type and number
  day type | 2.3 IS t149 | 2.5 IS R t149 | 2.7 CWE R t149
  number of days | 2.3 NM | 2.5 NM R
ED encapsulated data
  source application | 2.3 HD
  type of data | 2.3 ID t191 | 2.5 ID R t191 | 2.6 ID R t834
  data subtype | 2.3 ID t291
  encoding | 2.3 ID t299 | 2.5 ID R t299
  data | 2.3 ST | 2.5 TX R
ELD error location and description
  segment ID | 2.3 ST
  segment sequence | 2.3 NM
  field position | 2.3 NM
  error code | 2.3 CE t357 | 2.6 CWE t357
ERL error location
  segment ID | 2.5 ST R
  segment sequence | 2.5 NM R
  field position | 2.5 NM
  field repetition | 2.5 NM
  component number | 2.5 NM
  subcomponent number | 2.5 NM
FC financial class
  financial class code | 2.3 IS t64 | 2.5 IS R t64 | 2.7 CWE R t64
  effective date | 2.3 TS | 2.6 DTM
FT formatted text
GTS general timing specification
ICD insurance certification definition
  certification patient type | 2.3 IS t150 | 2.7 CWE t150
  certification required | 2.3 ID t136 | 2.5 ID R t136
  date/time certification required | 2.3 TS | 2.6 DTM
MA multiplexed array
  sample from channel 1 | 2.3 NM
  sample from channel 2 | 2.3 NM
  ...
MO money
  quantity | 2.3 NM
  currency | 2.3 ID t913
MOC money and charge code
  monetary amount | 2.3 MO
  charge code | 2.3 CE | 2.6 CWE
MOP money or percentage
  money or percentage | 2.3 IS t148 | 2.5 ID R t148
  quantity | 2.3 NM | 2.5 NM R
  currency | 2.5 ID t913
MSG message type
  message code | 2.3 ID t76 | 2.5 ID R t76
  trigger event | 2.3 ID t3 | 2.7 ID R t3
  message structure | 2.3.1 ID t354 | 2.7 ID R t354
NA numeric array
  value 1 | 2.3 NM
  value 2 | 2.3 NM
  ...
NM number
NR numeric range
  low value | 2.3.1 NM
  high value | 2.3.1 NM
OCD occurrence code and date
  occurrence code | 2.3 IS t350 | 2.5 CNE R t350
  occurrence date | 2.3 DT | 2.5 DT R
OSD order sequence
  sequence/results flag | 2.3 ID t524 | 2.5 ID R t524
  placer order number | 2.3 ST | 2.5 ST R
  placer namespace | 2.3 IS t363
  filler order number | 2.3 ST | 2.5 ST R
  filler namespace | 2.3 IS t363
  sequence condition | 2.3 ST
  maximum repeats | 2.3 NM
  placer universal ID | 2.3 ST
  placer universal ID type | 2.3 ID t301
  filler universal ID | 2.3 ST
  filler universal ID type | 2.3 ID t301
OSP occurrence span
  span code | 2.3 CE t351 | 2.5 CNE R t351
  start date | 2.3 DT | 2.5 DT C
  stop date | 2.3 DT | 2.5 DT C
PRL parent result link
  parent observation identifier | 2.3 CE | 2.5 CE R | 2.6 CWE R
  parent observation sub-ID | 2.3 ST
  parent observation value | 2.3 TX
PT processing type
  processing ID | 2.3 ID t103 | 2.7 ID R t103
  processing mode | 2.3 ID t207
PTA policy type and amount
  policy type | 2.3 IS t147 | 2.5 IS R t147 | 2.7 CWE R t147
  amount class | 2.3 IS t193 | 2.7 CWE t193
  quantity | 2.3 NM | 2.7 NM W
  money or percentage | 2.5 MOP R
QIP query input parameter
  segment field name | 2.3 ST | 2.5 ST R
  values | 2.3 ST | 2.5 ST R
QSC query selection criteria
  segment field name | 2.3 ST | 2.5 ST R
  relational operator | 2.3 ID t209
  value | 2.3 ST
  relational conjunction | 2.3 ID t210
RCD row column definition
  segment field name | 2.3 ST
  data type | 2.3 ST | 2.5 ID t440
  maximum column width | 2.3 NM
RFR reference range
  numeric range | 2.3 NR | 2.5 NR R
  administrative sex | 2.3 IS t1 | 2.7 CWE t1
  age range | 2.3 NR
  gestational age range | 2.3 NR
  species | 2.3 TX | 2.5 ST
  race/subspecies | 2.3 ST
  conditions | 2.3 TX
RI repeat interval
  repeat pattern | 2.3 IS t335 | 2.7 CWE t335
  explicit time | 2.3 ST
RMC room coverage
  room type | 2.3 IS t145 | 2.5 IS R t145 | 2.7 CWE R t145
  amount type | 2.3 IS t146 | 2.7 CWE t146
  coverage amount | 2.3 NM | 2.7 NM W
  money or percentage | 2.5 MOP R
RP reference pointer
  pointer | 2.3 ST
  application | 2.3 HD
  type of data | 2.3 ID t191 | 2.6 ID t834
  subtype | 2.3 ID t291
RPT repeat pattern
  repeat pattern code | 2.5 CWE R t335
  calendar alignment | 2.5 ID t527
  phase range begin | 2.5 NM
  phase range end | 2.5 NM
  period quantity | 2.5 NM
  period units | 2.5 IS C | 2.7 CWE C
  institution specified time | 2.5 ID t136
  event | 2.5 ID t528
  event offset quantity | 2.5 NM
  event offset units | 2.5 IS C | 2.7 CWE C
  general timing specification | 2.5 GTS
SCV scheduling class and value
  parameter class | 2.3 IS t294 | 2.5 CWE t294
  parameter value | 2.3 ST
SI sequence ID
SN structured numeric
  comparator | 2.3 ST
  first number | 2.3 NM
  separator or suffix | 2.3 ST
  second number | 2.3 NM
SPS specimen source
  specimen source | 2.3 CE | 2.5 CWE
  additives | 2.3 TX | 2.5 CWE t371
  collection method | 2.3 TX
  body site | 2.3 CE t163 | 2.5 CWE t163
  site modifier | 2.3 CE t495 | 2.5 CWE t495
  collection method modifier | 2.3 CE | 2.5 CWE
  specimen role | 2.3.1 CE t369 | 2.5 CWE t369
SRT sort order
  sort-by field | 2.4 ST | 2.5 ST R
  sequencing | 2.4 ID t397
ST string
TM time
TN telephone number
TQ timing/quantity
  quantity | 2.3 CQ
  interval | 2.3 RI
  duration | 2.3 ST
  start date/time | 2.3 TS | 2.6 DTM
  end date/time | 2.3 TS | 2.6 DTM
  priority | 2.3 ST
  condition | 2.3 ST
  text | 2.3 TX | 2.3.1 ST | 2.4 TX
  conjunction | 2.3 ST | 2.4 ID t472
  order sequencing | 2.3 OSD
  occurrence duration | 2.3.1 CE | 2.6 CWE
  total occurrences | 2.3.1 NM
TS time stamp
  time | 2.3 DTM | 2.5 DTM R
  degree of precision | 2.3 ID t529
TX text
UVC value code and amount
  value code | 2.3 IS t153 | 2.5 CNE R t153 | 2.7 CWE R t153
  value amount | 2.3 NM | 2.5 MO
  non-monetary quantity | 2.7 NM
  non-monetary units | 2.7 CWE
VH visiting hours
  start day | 2.3 ID t267
  end day | 2.3 ID t267
  start hour | 2.3 TM
  end hour | 2.3 TM
VID version identifier
  version ID | 2.3.1 ID t104 | 2.7 ID R t104
  internationalization code | 2.3.1 CE t399 | 2.6 CWE t399
  international version ID | 2.3.1 CE | 2.6 CWE
VR value range
  first data code value | 2.3 ST
  last data code value | 2.3 ST
WVI waveform channel
  channel number | 2.3 NM | 2.5 NM R
  channel name | 2.3 ST
WVS waveform source
  source one | 2.3.1 ST | 2.5 ST R
  source two | 2.3.1 ST
`;
