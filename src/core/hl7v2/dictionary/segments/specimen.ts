/** Specimens and their containers (chapters 7 and 13). How to read a line: ../readLines.ts. */
export const specimenSegments = `
SPM specimen
  set ID | 2.5 SI l4
  specimen ID | 2.5 EIP
  parent specimen IDs | 2.5 EIP *
  specimen type | 2.5 CWE R t487
  type modifier | 2.5 CWE * t541
  additives | 2.5 CWE * t371
  collection method | 2.5 CWE t488
  source site | 2.5 CWE
  source site modifier | 2.5 CWE * t542
  collection site | 2.5 CWE t543
  specimen role | 2.5 CWE * t369
  collection amount | 2.5 CQ
  grouped specimen count | 2.5 NM C l6
  description | 2.5 ST * l250
  handling code | 2.5 CWE * t376
  risk code | 2.5 CWE * t489
  collection date/time | 2.5 DR
  received date/time | 2.5 TS | 2.6 DTM
  expiration date/time | 2.5 TS | 2.6 DTM
  availability | 2.5 ID t136 l1
  reject reason | 2.5 CWE * t490
  quality | 2.5 CWE t491
  appropriateness | 2.5 CWE t492
  condition | 2.5 CWE * t493
  current quantity | 2.5 CQ
  number of containers | 2.5 NM l4
  container type | 2.5 CWE
  container condition | 2.5 CWE t544
  child role | 2.5 CWE t494
  accession ID | 2.7 CX *
  other specimen ID | 2.7 CX *
  shipment ID | 2.7 EI
SAC specimen container
  external accession ID | 2.4 EI
  accession ID | 2.4 EI
  container ID | 2.4 EI C
  primary container ID | 2.4 EI C
  equipment container ID | 2.4 EI
  specimen source | 2.4 SPS | 2.5 SPS B | 2.7 SPS W
  registration date/time | 2.4 TS | 2.6 DTM
  container status | 2.4 CE t370 | 2.6 CWE t370
  carrier type | 2.4 CE t378 | 2.6 CWE t378
  carrier ID | 2.4 EI
  position in carrier | 2.4 NA
  tray type | 2.4 CE t379 | 2.6 CWE t379
  tray ID | 2.4 EI
  position in tray | 2.4 NA
  location | 2.4 CE * | 2.6 CWE *
  container height | 2.4 NM l20
  container diameter | 2.4 NM l20
  barrier delta | 2.4 NM l20
  bottom delta | 2.4 NM l20
  height/diameter/delta units | 2.4 CE | 2.6 CWE
  container volume | 2.4 NM l20
  available volume | 2.4 NM l20
  initial volume | 2.4 NM l20
  volume units | 2.4 CE | 2.6 CWE
  separator type | 2.4 CE t380 | 2.6 CWE t380
  cap type | 2.4 CE t381 | 2.6 CWE t381
  additive | 2.4 CE * t371 | 2.5 CWE * t371
  specimen component | 2.4 CE t372 | 2.6 CWE t372
  dilution factor | 2.4 SN
  treatment | 2.4 CE t373 | 2.6 CWE t373
  temperature | 2.4 SN
  hemolysis index | 2.4 NM l20
  hemolysis index units | 2.4 CE | 2.6 CWE
  lipemia index | 2.4 NM l20
  lipemia index units | 2.4 CE | 2.6 CWE
  icterus index | 2.4 NM l20
  icterus index units | 2.4 CE | 2.6 CWE
  fibrin index | 2.4 NM l20
  fibrin index units | 2.4 CE | 2.6 CWE
  system contaminants | 2.4 CE * t374 | 2.6 CWE * t374
  drug interference | 2.4 CE * t382 | 2.6 CWE * t382
  artificial blood | 2.4 CE t375 | 2.6 CWE t375
  special handling | 2.4 CE * t376 | 2.5 CWE * t376
  environmental factors | 2.4 CE * t377 | 2.6 CWE * t377
INV inventory
  substance ID | 2.4 CE R t451 | 2.6 CWE R t451
  substance status | 2.4 CE R * t383 | 2.6 CWE R * t383
  substance type | 2.4 CE t384 | 2.6 CWE t384
  inventory container ID | 2.4 CE | 2.6 CWE
  container carrier ID | 2.4 CE | 2.6 CWE
  position on carrier | 2.4 CE | 2.6 CWE
  initial quantity | 2.4 NM l20
  current quantity | 2.4 NM l20
  available quantity | 2.4 NM l20
  consumption quantity | 2.4 NM l20
  quantity units | 2.4 CE | 2.6 CWE
  expiration date/time | 2.4 TS | 2.6 DTM
  first used date/time | 2.4 TS | 2.6 DTM
  on board stability duration | 2.4 TQ | 2.5 TQ B | 2.7 TQ W
  test/fluid IDs | 2.4 CE * | 2.6 CWE *
  lot number | 2.4 ST l200
  manufacturer | 2.4 CE t385 | 2.6 CWE t385
  supplier | 2.4 CE t386 | 2.6 CWE t386
  on board stability time | 2.5 CQ
  target value | 2.5 CQ
`;
