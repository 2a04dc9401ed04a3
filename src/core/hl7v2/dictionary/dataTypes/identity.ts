/** Identifiers, names, addresses and places. Data types of chapter 2 (2A from v2.5 on). How to read a line: ../readLines.ts. */
export const identityDataTypes = `
AD address
  street address | 2.3 ST
  other designation | 2.3 ST
  city | 2.3 ST
  state or province | 2.3 ST
  postal code | 2.3 ST
  country | 2.3 ID t399
  address type | 2.3 ID t190
  other geographic designation | 2.3 ST
CK composite ID with check digit
  ID number | 2.3 NM
  check digit | 2.3 ST
  check digit scheme | 2.3 ID
  assigning authority | 2.3 HD
CN composite ID and name
  ID number | 2.3 ST
  family name | 2.3 ST | 2.4 FN
  given name | 2.3 ST
  further given names | 2.3 ST
  suffix | 2.3 ST
  prefix | 2.3 ST
  degree | 2.3 ST | 2.3.1 IS
  source table | 2.3 ID | 2.3.1 IS
  assigning authority | 2.3 HD
CNN ID number and name, simplified
  ID number | 2.4 ST
  family name | 2.4 ST
  given name | 2.4 ST
  further given names | 2.4 ST
  suffix | 2.4 ST
  prefix | 2.4 ST
  degree | 2.4 IS t360
  source table | 2.4 IS t297 | 2.5 IS C t297
  assigning authority namespace | 2.4 IS t363 | 2.5 IS C t363
  assigning authority universal ID | 2.4 ST | 2.5 ST C
  assigning authority universal ID type | 2.4 ID t301 | 2.5 ID C t301
CX identifier with check digit
  ID number | 2.3 ST | 2.5 ST R
  check digit | 2.3 ST
  check digit scheme | 2.3 ID t61
  assigning authority | 2.3 HD | 2.7 HD C
  identifier type | 2.3 IS t203 | 2.4 ID t203 | 2.7 ID R t203
  assigning facility | 2.3 HD
  effective date | 2.4 DT
  expiration date | 2.4 DT
  assigning jurisdiction | 2.5 CWE | 2.7 CWE C
  assigning agency | 2.5 CWE | 2.7 CWE C
  security check | 2.7 ST
  security check scheme | 2.7 ID t904
DLN driver's license number
  license number | 2.3 ST | 2.5 ST R
  issuing state or country | 2.3 IS t333 | 2.7 CWE t333
  expiration date | 2.3 DT
EI entity identifier
  entity identifier | 2.3 ST
  namespace ID | 2.3 IS t300 | 2.5 IS t363
  universal ID | 2.3 ST | 2.5 ST C
  universal ID type | 2.3 ID t301 | 2.5 ID C t301
EIP entity identifier pair
  placer identifier | 2.3 EI
  filler identifier | 2.3 EI
FN family name
  surname | 2.3.1 ST | 2.5 ST R
  own surname prefix | 2.3.1 ST
  own surname | 2.4 ST
  partner's surname prefix | 2.4 ST
  partner's surname | 2.4 ST
HD hierarchic designator
  namespace ID | 2.3 IS t300
  universal ID | 2.3 ST | 2.5 ST C
  universal ID type | 2.3 ID t301 | 2.5 ID C t301
JCC job code and class
  job code | 2.3 IS t327 | 2.7 CWE t327
  job class | 2.3 IS t328 | 2.7 CWE t328
  job description | 2.5 TX
LA1 location with address, 1
  point of care | 2.3 ST | 2.3.1 IS t302
  room | 2.3 IS t303
  bed | 2.3 IS t304
  facility | 2.3 HD
  location status | 2.3 IS t306
  patient location type | 2.3 IS t305
  building | 2.3 IS t307
  floor | 2.3 ST | 2.3.1 IS t308
  address | 2.3 ST | 2.3.1 AD
LA2 location with address, 2
  point of care | 2.3 ST | 2.3.1 IS t302
  room | 2.3 IS t303
  bed | 2.3 IS t304
  facility | 2.3 HD
  location status | 2.3 IS t306
  patient location type | 2.3 IS t305
  building | 2.3 IS t307
  floor | 2.3 ST | 2.3.1 IS t308
  street address | 2.3 ST
  other designation | 2.3 ST
  city | 2.3 ST
  state or province | 2.3 ST
  postal code | 2.3 ST
  country | 2.3 ID t399
  address type | 2.3 ID t190
  other geographic designation | 2.3 ST
NDL name with date and location
  name | 2.3 CN | 2.4 CNN
  start date/time | 2.3 TS | 2.6 DTM
  end date/time | 2.3 TS | 2.6 DTM
  point of care | 2.3 IS t302
  room | 2.3 IS t303
  bed | 2.3 IS t304
  facility | 2.3 HD
  location status | 2.3 IS t306
  patient location type | 2.3 IS t305
  building | 2.3 IS t307
  floor | 2.3 ST | 2.3.1 IS t308
PIP practitioner privileges
  privilege | 2.3 CE t525 | 2.5 CE R t525 | 2.6 CWE R t525
  privilege class | 2.3 CE t526 | 2.6 CWE t526
  expiration date | 2.3 DT
  activation date | 2.3 DT
  facility | 2.3.1 EI
PL person location
  point of care | 2.3 ID t302 | 2.3.1 IS t302 | 2.7 HD C
  room | 2.3 IS t303 | 2.7 HD
  bed | 2.3 IS t304 | 2.7 HD
  facility | 2.3 HD
  location status | 2.3 IS t306
  person location type | 2.3 IS t305 | 2.5 IS C t305 | 2.7 IS t305
  building | 2.3 IS t307 | 2.7 HD
  floor | 2.3 ST | 2.3.1 IS t308 | 2.7 HD
  description | 2.3 ST
  comprehensive location ID | 2.5 EI
  assigning authority | 2.5 HD
PLN practitioner license or other ID
  ID number | 2.3 ST | 2.5 ST R
  type of ID number | 2.3 IS t338 | 2.5 IS R t338 | 2.7 CWE R t338
  state or other qualifier | 2.3 ST
  expiration date | 2.3 DT
PN person name
  family name | 2.3 ST | 2.3.1 FN
  given name | 2.3 ST
  further given names | 2.3 ST
  suffix | 2.3 ST
  prefix | 2.3 ST
  degree | 2.3 ST | 2.3.1 IS
PPN performing person and time
  person identifier | 2.3 ST
  family name | 2.3 ST | 2.3.1 FN
  given name | 2.3 ST
  further given names | 2.3 ST
  suffix | 2.3 ST
  prefix | 2.3 ST
  degree | 2.3 ST | 2.3.1 IS t360 | 2.7 IS W t360
  source table | 2.3 ID t297 | 2.3.1 IS t297 | 2.5 IS C t297 | 2.7 CWE t297
  assigning authority | 2.3 HD | 2.7 HD C
  name type | 2.3 ID t200
  check digit | 2.3 ST
  check digit scheme | 2.3 ID t61 | 2.5 ID C t61
  identifier type | 2.3 IS t203 | 2.5 ID t203
  assigning facility | 2.3 HD
  date/time of the action | 2.3 TS | 2.6 DTM
  name representation | 2.3.1 ID t465
  name context | 2.4 CE t448 | 2.6 CWE t448
  name validity range | 2.4 DR | 2.7 DR W
  name assembly order | 2.4 ID t444
  effective date | 2.5 TS | 2.6 DTM
  expiration date | 2.5 TS | 2.6 DTM
  professional suffix | 2.5 ST
  assigning jurisdiction | 2.5 CWE
  assigning agency | 2.5 CWE
  security check | 2.7 ST
  security check scheme | 2.7 ID t904
SAD street address
  street or mailing address | 2.4 ST
  street name | 2.4 ST
  dwelling number | 2.4 ST
SPD specialty description
  specialty | 2.3 ST | 2.5 ST R
  governing board | 2.3 ST
  eligible or certified | 2.3 ID t337
  date of certification | 2.3 DT
XAD address
  street address | 2.3 ST | 2.4 SAD
  other designation | 2.3 ST
  city | 2.3 ST
  state or province | 2.3 ST
  postal code | 2.3 ST
  country | 2.3 ID t399
  address type | 2.3 ID t190 | 2.7 ID C t190
  other geographic designation | 2.3 ST
  county | 2.3 IS t289 | 2.7 CWE t289
  census tract | 2.3 IS t288 | 2.7 CWE t288
  address representation | 2.3.1 ID t465
  address validity range | 2.4 DR | 2.7 DR W
  effective date | 2.5 TS | 2.6 DTM
  expiration date | 2.5 TS | 2.6 DTM
  expiration reason | 2.6 CWE t616
  temporary indicator | 2.6 ID t136
  bad address indicator | 2.6 ID t136
  address usage | 2.6 ID t617
  addressee | 2.6 ST
  comment | 2.6 ST
  preference order | 2.6 NM
  protection code | 2.6 CWE t618
  address identifier | 2.6 EI
XCN person ID and name
  person identifier | 2.3 ST | 2.7 ST C
  family name | 2.3 ST | 2.3.1 FN | 2.7 FN C
  given name | 2.3 ST
  further given names | 2.3 ST
  suffix | 2.3 ST
  prefix | 2.3 ST
  degree | 2.3 ST | 2.3.1 IS t360 | 2.7 IS W t360
  source table | 2.3 ID t297 | 2.3.1 IS t297 | 2.5 IS C t297 | 2.7 CWE t297
  assigning authority | 2.3 HD | 2.7 HD C
  name type | 2.3 ID t200 | 2.7 ID C t200
  check digit | 2.3 ST
  check digit scheme | 2.3 ID t61 | 2.5 ID C t61
  identifier type | 2.3 IS t203 | 2.5 ID t203 | 2.7 ID C t203
  assigning facility | 2.3 HD
  name representation | 2.3.1 ID t465
  name context | 2.4 CE t448 | 2.6 CWE t448
  name validity range | 2.4 DR | 2.7 DR W
  name assembly order | 2.4 ID t444
  effective date | 2.5 TS | 2.6 DTM
  expiration date | 2.5 TS | 2.6 DTM
  professional suffix | 2.5 ST
  assigning jurisdiction | 2.5 CWE | 2.7 CWE C
  assigning agency | 2.5 CWE | 2.7 CWE C
  security check | 2.7 ST
  security check scheme | 2.7 ID t904
XON organization name and ID
  organization name | 2.3 ST
  name type | 2.3 IS t204 | 2.7 CWE t204
  ID number | 2.3 NM | 2.7 NM W
  check digit | 2.3 ST | 2.5 NM
  check digit scheme | 2.3 ID t61
  assigning authority | 2.3 HD
  identifier type | 2.3 IS t203 | 2.5 ID t203
  assigning facility | 2.3 HD
  name representation | 2.3.1 ID t465
  organization identifier | 2.5 ST
XPN person name
  family name | 2.3 ST | 2.3.1 FN | 2.7 FN C
  given name | 2.3 ST
  further given names | 2.3 ST
  suffix | 2.3 ST
  prefix | 2.3 ST
  degree | 2.3 ST | 2.3.1 IS t360 | 2.7 IS W t360
  name type | 2.3 ID t200
  name representation | 2.3 ID t465
  name context | 2.4 CE t448 | 2.6 CWE t448
  name validity range | 2.4 DR | 2.7 DR W
  name assembly order | 2.4 ID t444
  effective date | 2.5 TS | 2.6 DTM
  expiration date | 2.5 TS | 2.6 DTM
  professional suffix | 2.5 ST
  called by | 2.7 ST
XTN telecommunication
  telephone number | 2.3 TN | 2.5 ST | 2.7 ST W
  use code | 2.3 ID t201
  equipment type | 2.3 ID t202 | 2.7 ID R t202
  communication address | 2.3 ST | 2.7 ST C
  country code | 2.3 NM | 2.7 ST
  area/city code | 2.3 NM | 2.7 ST
  local number | 2.3 NM | 2.7 ST C
  extension | 2.3 NM | 2.7 ST C
  any text | 2.3 ST
  extension prefix | 2.5 ST
  speed dial code | 2.5 ST
  unformatted number | 2.5 ST C
  effective start date | 2.6 DTM
  expiration date | 2.6 DTM
  expiration reason | 2.6 CWE t868
  protection code | 2.6 CWE t618
  shared telecommunication ID | 2.6 EI
  preference order | 2.6 NM
`;
