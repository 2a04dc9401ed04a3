/** Orders, dispensing and administration of medicines (chapter 4, 4A from v2.6 on). How a structure is written: ../structureText.ts. */
export const pharmacyStructures = `
OMP_O09 medication order | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 [{NTE}] [PATIENT( PID [PD1] [{PRT}]@2.7 [{NTE}] [{ARV}]@2.8 [PATIENT_VISIT( PV1 [PV2] [{PRT}]@2.7 )] [{INSURANCE( IN1 [IN2] [{IN3}] )}] [GT1] [{AL1}] )] {ORDER( ORC [{PRT}]@2.7 [{TIMING( TQ1 [{TQ2}] )}]@2.5 RXO [{PRT}]@2.7 [{NTE}] {RXR} [{COMPONENT( RXC [{NTE}] )}] [{OBSERVATION( OBX [{PRT}]@2.7 [{NTE}] )}] [{FT1}] [BLG] )}
ORP_O10 medication order response | 2.4
  MSH MSA [{ERR}] [{SFT}]@2.5 [UAC]@2.6 [{NTE}] [RESPONSE( [PATIENT( PID [{NTE}] )] {ORDER( ORC [{PRT}]@2.7 [{TIMING( TQ1 [{TQ2}] )}]@2.5 [ORDER_DETAIL( RXO [{PRT}]@2.7 [{NTE}] {RXR} [{COMPONENT( RXC [{NTE}] )}] )] )} )]
RDE_O01 encoded medication order | 2.3-2.3.1
  MSH [{NTE}] [PATIENT( PID [PD1] [{NTE}] [PATIENT_VISIT( PV1 [PV2] )] [{INSURANCE( IN1 [IN2] [{IN3}] )}] [GT1] [{AL1}] )] {ORDER( ORC [ORDER_DETAIL( RXO [{NTE}] {RXR} [{COMPONENT( RXC [{NTE}] )}] )] RXE {RXR} [{RXC}] [{OBSERVATION( [OBX] [{NTE}] )}] [{CTI}] )}
RDE_O11 encoded medication order | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 [{NTE}] [PATIENT( PID [PD1] [{PRT}]@2.7 [{NTE}] [{ARV}]@2.8 [PATIENT_VISIT( PV1 [PV2] [{PRT}]@2.7 )] [{INSURANCE( IN1 [IN2] [{IN3}] )}] [GT1] [{AL1}] )] {ORDER( ORC [{TIMING( TQ1 [{TQ2}] )}]@2.5 [ORDER_DETAIL( RXO [{NTE}] {RXR} [{COMPONENT( RXC [{NTE}] )}] )] [{PRT}]@2.7 RXE [{PRT}]@2.7 [{NTE}]@2.5 {TIMING_ENCODED( TQ1 [{TQ2}] )}@2.5 {RXR} [{RXC}] [{RXV}]@2.8 [{OBSERVATION( OBX [{PRT}]@2.7 [{NTE}] )}] [{FT1}]@2.5 [BLG]@2.5 [{CTI}] )}
RDE_O25 refill authorization request | 2.6
  MSH [{SFT}] [UAC] [{NTE}] [PATIENT( PID [PD1] [{PRT}]@2.7 [{NTE}] [{ARV}]@2.8 [PATIENT_VISIT( PV1 [PV2] [{PRT}]@2.7 )] [{INSURANCE( IN1 [IN2] [{IN3}] )}] [GT1] [{AL1}] )] {ORDER( ORC [{TIMING( TQ1 [{TQ2}] )}] [ORDER_DETAIL( RXO [{NTE}] {RXR} [{COMPONENT( RXC [{NTE}] )}] )] [{PRT}]@2.7 RXE [{PRT}]@2.7 [{NTE}] {TIMING_ENCODED( TQ1 [{TQ2}] )} {RXR} [{RXC}] [{RXV}]@2.8 [{OBSERVATION( [OBX] [{PRT}]@2.7 [{NTE}] )}] [{FT1}] [BLG] [{CTI}] )}
RRE_O02 encoded medication order response | 2.3-2.3.1
  MSH MSA [{ERR}] [{NTE}] [RESPONSE( [PATIENT( PID [{NTE}] )] {ORDER( ORC [ENCODING( RXE {RXR} [{RXC}] )] )} )]
RRE_O12 encoded medication order response | 2.4
  MSH MSA [{ERR}] [{SFT}]@2.5 [UAC]@2.6 [{NTE}] [RESPONSE( [PATIENT( PID [{NTE}] )] {ORDER( ORC [{PRT}]@2.7 [{TIMING( TQ1 [{TQ2}] )}]@2.5 [ENCODING( RXE [{PRT}]@2.7 [{NTE}]@2.5 {TIMING_ENCODED( TQ1 [{TQ2}] )}@2.5 {RXR} [{RXC}] [{RXV}]@2.8 )] [{PRT}]@2.7 )} )]
RDS_O01 medication dispense | 2.3-2.3.1
  MSH [{NTE}] [PATIENT( PID [PD1] [{NTE}] [{AL1}] [PATIENT_VISIT( PV1 [PV2] )] )] {ORDER( ORC [ORDER_DETAIL( RXO [ORDER_DETAIL_SUPPLEMENT( {NTE} {RXR} [{COMPONENT( RXC [{NTE}] )}] )] )] [ENCODING( RXE {RXR} [{RXC}] )] RXD {RXR} [{RXC}] [{OBSERVATION( [OBX] [{NTE}] )}] )}
RDS_O13 medication dispense | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 [{NTE}] [PATIENT( PID [PD1] [{PRT}]@2.7 [{NTE}] [{AL1}] [{ARV}]@2.8 [PATIENT_VISIT( PV1 [PV2] [{PRT}]@2.7 )] )] {ORDER( ORC [{PRT}]@2.7 [{TIMING( TQ1 [{TQ2}] )}]@2.5 [ORDER_DETAIL( RXO [ORDER_DETAIL_SUPPLEMENT( {NTE} {RXR} [{COMPONENT( RXC [{NTE}] )}] )] )] [{PRT}]@2.7 [ENCODING( RXE [{PRT}]@2.7 [{NTE}]@2.5 {TIMING_ENCODED( TQ1 [{TQ2}] )}@2.5 {RXR} [{RXC}] [{RXV}]@2.8 )] RXD [{PRT}]@2.7 [{NTE}]@2.5 {RXR} [{RXC}] [{OBSERVATION( OBX [{PRT}]@2.7 [{NTE}] )}] [{FT1}] )}
RRD_O02 medication dispense response | 2.3-2.3.1
  MSH MSA [{ERR}] [{NTE}] [RESPONSE( [PATIENT( PID [{NTE}] )] {ORDER( ORC [DISPENSE( RXD {RXR} [{RXC}] )] )} )]
RRD_O14 medication dispense response | 2.4
  MSH MSA [{ERR}] [{SFT}]@2.5 [UAC]@2.6 [{NTE}] [RESPONSE( [PATIENT( PID [{NTE}] )] {ORDER( ORC [{PRT}]@2.7 [{TIMING( TQ1 [{TQ2}] )}]@2.5 [DISPENSE( RXD [{PRT}]@2.7 [{NTE}]@2.5 {RXR} [{RXC}] )] [{PRT}]@2.7 )} )]
RGV_O01 medication give | 2.3-2.3.1
  MSH [{NTE}] [PATIENT( PID [{NTE}] [{AL1}] [PATIENT_VISIT( PV1 [PV2] )] )] {ORDER( ORC [ORDER_DETAIL( RXO [ORDER_DETAIL_SUPPLEMENT( {NTE} {RXR} [{COMPONENTS( RXC [{NTE}] )}] )] )] [ENCODING( RXE {RXR} [{RXC}] )] {GIVE( RXG {RXR} [{RXC}] [{OBSERVATION( [OBX] [{NTE}] )}] )} )}
RGV_O15 medication give | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 [{NTE}] [PATIENT( PID [PD1]@2.7 [{PRT}]@2.7 [{NTE}] [{AL1}] [{ARV}]@2.8 [PATIENT_VISIT( PV1 [PV2] [{PRT}]@2.7 )] )] {ORDER( ORC [{PRT}]@2.7 [{TIMING( TQ1 [{TQ2}] )}]@2.5 [ORDER_DETAIL( RXO [ORDER_DETAIL_SUPPLEMENT( {NTE} {RXR} [{COMPONENTS( RXC [{NTE}] )}] )] )] [{PRT}]@2.7 [ENCODING( RXE [{PRT}]@2.7 [{NTE}]@2.7 {TIMING_ENCODED( TQ1 [{TQ2}] )}@2.5 {RXR} [{RXC}] [{RXV}]@2.8 )] {GIVE( RXG [{PRT}]@2.7 {TIMING_GIVE( TQ1 [{TQ2}] )}@2.5 {RXR} [{RXC}] [{RXV}]@2.8 [{OBSERVATION( OBX [{PRT}] [{NTE}] )}]@2.7 [{OBSERVATION( [OBX] [{NTE}] )}]@-2.6 )} )}
RRG_O02 medication give response | 2.3-2.3.1
  MSH MSA [{ERR}] [{NTE}] [RESPONSE( [PATIENT( PID [{NTE}] )] {ORDER( ORC [GIVE( RXG {RXR} [{RXC}] )] )} )]
RRG_O16 medication give response | 2.4
  MSH MSA [{ERR}] [{SFT}]@2.5 [UAC]@2.6 [{NTE}] [RESPONSE( [PATIENT( PID [{NTE}] )] {ORDER( ORC [{PRT}]@2.7 [{TIMING( TQ1 [{TQ2}] )}]@2.5 [GIVE( RXG [{PRT}]@2.7 {TIMING_GIVE( TQ1 [{TQ2}] )}@2.5 {RXR} [{RXC}] [{RXV}]@2.8 )] )} )]
RAS_O01 medication administration | 2.3-2.3.1
  MSH [{NTE}] [PATIENT( PID [PD1] [{NTE}] [{AL1}] [PATIENT_VISIT( PV1 [PV2] )] )] {ORDER( ORC [ORDER_DETAIL( RXO [ORDER_DETAIL_SUPPLEMENT( {NTE} {RXR} [{COMPONENTS( RXC [{NTE}] )}] )] )] [ENCODING( RXE {RXR} [{RXC}] )] {RXA} RXR [{OBSERVATION( OBX [{NTE}] )}] [{CTI}] )}
RAS_O17 medication administration | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 [{NTE}] [PATIENT( PID [PD1] [{PRT}]@2.7 [{NTE}] [{AL1}] [{ARV}]@2.8 [PATIENT_VISIT( PV1 [PV2] [{PRT}]@2.7 )] )] {ORDER( ORC [{PRT}]@2.7 [{TIMING( TQ1 [{TQ2}] )}]@2.5 [ORDER_DETAIL( RXO [ORDER_DETAIL_SUPPLEMENT( {NTE} {RXR} [{COMPONENTS( RXC [{NTE}] )}] )] )] [{PRT}]@2.7 [ENCODING( RXE [{PRT}]@2.7 [{NTE}]@2.7 {TIMING_ENCODED( TQ1 [{TQ2}] )}@2.5 {RXR} [{RXC}] [{RXV}]@2.8 )] {ADMINISTRATION( {RXA} [{PRT}]@2.7 RXR [{OBSERVATION( OBX [{PRT}]@2.7 [{NTE}] )}] )}@2.5 {RXA}@-2.4 RXR@-2.4 [{OBSERVATION( OBX [{NTE}] )}]@-2.4 [{CTI}] )}
RRA_O02 medication administration response | 2.3-2.3.1
  MSH MSA [{ERR}] [{NTE}] [RESPONSE( [PATIENT( PID [{NTE}] )] {ORDER( ORC [{ADMINISTRATION( {RXA} RXR )}] )} )]
RRA_O18 medication administration response | 2.4
  MSH MSA [{ERR}] [{SFT}]@2.5 [UAC]@2.6 [{NTE}] [RESPONSE( [PATIENT( PID [{NTE}] )] {ORDER( ORC [{PRT}]@2.7 [{TIMING( TQ1 [{TQ2}] )}]@2.5 [ADMINISTRATION( {TREATMENT( RXA [{PRT}] )}@2.7 {RXA}@-2.6 RXR )] )} )]
`;
