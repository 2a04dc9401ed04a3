/** Segments of every message: header, acknowledgment, error, software, and the envelopes of files and batches (chapter 2). How to read a line: ../readLines.ts. */
export const controlSegments = `
MSH message header
  field separator | 2.3 ST R l1
  encoding characters | 2.3 ST R l4
  sending application | 2.3 HD
  sending facility | 2.3 HD
  receiving application | 2.3 HD
  receiving facility | 2.3 HD
  date/time of message | 2.3 TS | 2.4 TS R | 2.6 DTM R
  security | 2.3 ST l40
  message type | 2.3 MSG R
  message control ID | 2.3 ST R l20 | 2.6 ST R l199
  processing ID | 2.3 PT R
  version ID | 2.3 ID R t104 l8 | 2.3.1 VID R
  sequence number | 2.3 NM l15
  continuation pointer | 2.3 ST l180
  accept acknowledgment type | 2.3 ID t155 l2
  application acknowledgment type | 2.3 ID t155 l2
  country code | 2.3 ID t399 l2 | 2.4 ID t399 l3
  character set | 2.3 ID t211 l16 | 2.3.1 ID * t211 l16
  language of message | 2.3 CE | 2.6 CWE
  alternate character set scheme | 2.3.1 ID t356 l20
  message profile IDs | 2.4 ID * t449 l10 | 2.5 EI *
  sending organization | 2.6 XON
  receiving organization | 2.6 XON
  sending network address | 2.6 HD
  receiving network address | 2.6 HD
MSA message acknowledgment
  acknowledgment code | 2.3 ID R t8 l2
  control ID of the message answered | 2.3 ST R l20 | 2.6 ST R l199
  text message | 2.3 ST l80 | 2.5 ST B l80 | 2.7 ST W l80
  expected sequence number | 2.3 NM l15
  delayed acknowledgment type | 2.3 ID t102 l1 | 2.5 ID B t102 | 2.6 ID B t102 l250 | 2.7 ID W t102 l250
  error condition | 2.3 CE t357 | 2.5 CE B t357 | 2.7 CE W t357
  message waiting number | 2.6 NM l5
  message waiting priority | 2.6 ID t520 l1
ERR error
  error code and location | 2.3 ELD R * | 2.5 ELD B * | 2.7 ELD W *
  error location | 2.5 ERL *
  HL7 error code | 2.5 CWE R t357
  severity | 2.5 ID R t516 l2
  application error code | 2.5 CWE t533
  application error parameters | 2.5 ST x10 l80
  diagnostic information | 2.5 TX l2048
  user message | 2.5 TX l250
  inform person code | 2.5 IS * t517 l20 | 2.7 CWE * t517
  override type | 2.5 CWE t518
  override reasons | 2.5 CWE * t519
  help desk contact | 2.5 XTN *
SFT software
  software vendor | 2.5 XON R
  certified version | 2.5 ST R l15
  product name | 2.5 ST R l20
  binary ID | 2.5 ST R l20
  product information | 2.5 TX l1024
  install date | 2.5 TS | 2.6 DTM
UAC user authentication
  credential type | 2.6 CWE R t615
  credential | 2.6 ED R
NTE notes and comments
  set ID | 2.3 SI l4
  source of comment | 2.3 ID t105 l8
  comment | 2.3 FT *
  comment type | 2.3.1 CE t364 | 2.6 CWE t364
  entered by | 2.6 XCN
  entered date/time | 2.6 DTM
  effective start date | 2.6 DTM
  expiration date | 2.6 DTM
DSC continuation pointer
  continuation pointer | 2.3 ST l180
  continuation style | 2.4 ID t398 l1
ADD addendum
  addendum continuation | 2.3 ST
FHS file header
  field separator | 2.3 ST R l1
  encoding characters | 2.3 ST R l4
  sending application | 2.3 ST l15 | 2.5 HD
  sending facility | 2.3 ST l20 | 2.5 HD
  receiving application | 2.3 ST l15 | 2.5 HD
  receiving facility | 2.3 ST l20 | 2.5 HD
  creation date/time | 2.3 TS | 2.6 DTM
  security | 2.3 ST l40
  file name/ID | 2.3 ST l20
  comment | 2.3 ST l80
  file control ID | 2.3 ST l20
  reference file control ID | 2.3 ST l20
  sending network address | 2.6 HD
  receiving network address | 2.6 HD
BHS batch header
  field separator | 2.3 ST R l1
  encoding characters | 2.3 ST R l4
  sending application | 2.3 ST l15 | 2.5 HD
  sending facility | 2.3 ST l20 | 2.5 HD
  receiving application | 2.3 ST l15 | 2.5 HD
  receiving facility | 2.3 ST l20 | 2.5 HD
  creation date/time | 2.3 TS | 2.6 DTM
  security | 2.3 ST l40
  batch name/ID/type | 2.3 ST l20
  comment | 2.3 ST l80
  batch control ID | 2.3 ST l20
  reference batch control ID | 2.3 ST l20
  sending network address | 2.6 HD
  receiving network address | 2.6 HD
BTS batch trailer
  message count | 2.3 ST l10
  comment | 2.3 ST l80
  batch totals | 2.3 NM * l100
FTS file trailer
  batch count | 2.3 NM l10
  comment | 2.3 ST l80
`;
