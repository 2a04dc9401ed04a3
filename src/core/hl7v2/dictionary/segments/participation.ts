/** People and organizations that take part (chapters 7, 11 and 15). How to read a line: ../readLines.ts. */
export const participationSegments = `
ROL role
  role instance ID | 2.3 EI R | 2.4 EI C
  action code | 2.3 ID R t287 l2
  role | 2.3 CE t443 | 2.3.1 CE R t443 | 2.6 CWE R t443
  person | 2.3 XCN R | 2.3.1 XCN R *
  begin date/time | 2.3 TS | 2.6 DTM
  end date/time | 2.3 TS | 2.6 DTM
  duration | 2.3 CE | 2.6 CWE
  action reason | 2.3 CE | 2.6 CWE
  provider type | 2.4 CE * | 2.6 CWE *
  organization unit type | 2.4 CE t406 | 2.6 CWE t406
  address | 2.4 XAD *
  phone | 2.4 XTN *
  location | 2.6 PL
  organization | 2.7 XON
PRT participation
  participation instance ID | 2.7 EI C
  action code | 2.7 ID R t287
  action reason | 2.7 CWE
  participation | 2.7 CWE R t912
  person | 2.7 XCN C *
  provider type | 2.7 CWE C
  organization unit type | 2.7 CWE C t406
  organization | 2.7 XON C *
  location | 2.7 PL C *
  device | 2.7 EI C *
  begin date/time | 2.7 DTM
  end date/time | 2.7 DTM
  duration | 2.7 CWE
  address | 2.7 XAD C *
  telecommunication | 2.7 XTN *
  device UDI | 2.8 EI
  device manufacture date | 2.8 DTM
  device expiry date | 2.8 DTM
  device lot number | 2.8 ST
  device serial number | 2.8 ST
CTD contact data
  contact role | 2.3 CE R * t131 | 2.6 CWE R * t131
  contact name | 2.3 XPN *
  address | 2.3 XAD *
  location | 2.3 PL
  communication | 2.3 XTN *
  preferred method | 2.3 CE t185 | 2.6 CWE t185
  identifiers | 2.3 PLN *
PRD provider
  provider role | 2.3 CE R * t286 | 2.6 CWE R * t286
  name | 2.3 XPN *
  address | 2.3 XAD | 2.3.1 XAD *
  location | 2.3 PL
  communication | 2.3 XTN *
  preferred method of contact | 2.3 CE t185 | 2.6 CWE t185
  identifiers | 2.3 PLN *
  role start date | 2.3 TS | 2.6 DTM
  role end date | 2.3 TS | 2.6 DTM *
  organization | 2.6 XON
  organization address | 2.6 XAD *
  organization location | 2.6 PL *
  organization communication | 2.6 XTN *
  organization method of contact | 2.6 CWE t185
`;
