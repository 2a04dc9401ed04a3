/** Results of observations (chapter 7). How a structure is written: ../structureText.ts. */
export const observationStructures = `
ORU_R01 observation results | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 {PATIENT_RESULT( [PATIENT( PID [PD1] [{PRT}]@2.7 [{NTE}]@-2.3 [{NTE}]@2.5 [{NK1}]@2.3.1 [{ARV}]@2.8 [{PATIENT_OBSERVATION( OBX [{PRT}] )}]@2.7 [{OBX}]@2.6-2.6 [{NTE}]@2.3.1-2.4 [VISIT( PV1 [PV2] [{PRT}]@2.7 )] )] {ORDER_OBSERVATION( [ORC] OBR [{NTE}] [{PRT}]@2.7 [{ROL}]@2.6-2.6 [{TIMING( TQ1 [{TQ2}] )}]@2.5 [CTD]@2.4 [{OBSERVATION( OBX [{PRT}]@2.7 [{NTE}] )}]@2.5 {OBSERVATION( [OBX] [{NTE}] )}@-2.4 [{FT1}]@2.4 [{CTI}] [{SPECIMEN( SPM [{SPECIMEN_OBSERVATION( OBX [{PRT}] )}]@2.7 [{OBX}]@-2.6 )}]@2.5 )} )} [DSC]
ORU_R30 point-of-care observation without an order | 2.5
  MSH [{SFT}] [UAC]@2.6 PID [PD1] [{PRT}]@2.7 [{ARV}]@2.8 [{PATIENT_OBSERVATION( OBX [{PRT}] )}]@2.7 [{OBX}]@2.6-2.6 [VISIT( PV1 [PV2] [{PRT}]@2.7 )] ORC OBR [{NTE}] [{PRT}]@2.7 [{ROL}]@2.6-2.6 [{TIMING( TQ1 [{TQ2}] )}] {OBSERVATION( OBX [{PRT}]@2.7 [{NTE}] )}
OUL_R21 laboratory observation | 2.4
  MSH [{SFT}]@2.5 [{NTE}] [PATIENT( PID [PD1] [{NTE}] [VISIT( PV1 [PV2] )]@2.6 )] [VISIT( PV1 [PV2] )]@-2.5.1 {ORDER_OBSERVATION( [CONTAINER( SAC [SID] [{OBX}]@-2.4 )] [ORC] OBR [{NTE}] [{TIMING( TQ1 [{TQ2}] )}]@2.5 {OBSERVATION( [OBX] [TCD] [{SID}] [{NTE}] )} [{CTI}] )} [DSC]
OUL_R22 laboratory observation by specimen | 2.5
  MSH [{SFT}] [UAC]@2.6 [{NTE}] [PATIENT( PID [PD1] [{PRT}]@2.7 [{NTE}] [{ARV}]@2.8 [{PATIENT_OBSERVATION( OBX [{PRT}] )}]@2.7 [{OBX}]@2.6-2.6 [VISIT( PV1 [PV2] [{PRT}]@2.7 )]@2.6 )] [{NK1}]@2.6 [VISIT( PV1 [PV2] )]@-2.5.1 {SPECIMEN( SPM [{SPECIMEN_OBSERVATION( OBX [{PRT}] )}]@2.7 [{OBX}]@-2.6 [{CONTAINER( SAC [INV] )}] {ORDER( OBR [ORC] [{NTE}] [{PRT}]@2.7 [{ROL}]@2.6-2.6 [{TIMING( TQ1 [{TQ2}] )}] [{RESULT( OBX [{PRT}]@2.7 [TCD] [{SID}] [{NTE}] )}] [{CTI}] )} )} [DSC]
ORF_R04 response to a query for observations | 2.3-2.6
  MSH [{SFT}]@2.5 [UAC]@2.6 MSA [{ERR}]@-2.4 [QAK]@-2.4 QRD [QRF] {QUERY_RESPONSE( [PATIENT( PID [{NTE}] [{OBX}]@2.6 )] {ORDER( [ORC] OBR [{NTE}] [{ROL}]@2.6 [{TIMING( TQ1 [{TQ2}] )}]@2.5 [CTD]@2.4 {OBSERVATION( [OBX] [{NTE}] )} [{CTI}] )} )} [{ERR}] [QAK] [DSC]
QRY_R02 query for observations | 2.3-2.6
  MSH [{SFT}]@2.5 [UAC]@2.6 QRD QRF
ORU_R31 new point-of-care observation, search for an order | 2.6
  MSH [{SFT}] [UAC] PID [PD1] [{PRT}]@2.7 [{ARV}]@2.8 [{PATIENT_OBSERVATION( OBX [{PRT}] )}]@2.7 [{OBX}]@-2.6 [VISIT( PV1 [PV2] [{PRT}]@2.7 )] ORC OBR [{NTE}] [{PRT}]@2.7 [{ROL}]@-2.6 [{TIMING( TQ1 [{TQ2}] )}] {OBSERVATION( OBX [{PRT}]@2.7 [{NTE}] )}
ORU_R32 point-of-care observation of an order | 2.6
  MSH [{SFT}] [UAC] PID [PD1] [{PRT}]@2.7 [{ARV}]@2.8 [{PATIENT_OBSERVATION( OBX [{PRT}] )}]@2.7 [{OBX}]@-2.6 [VISIT( PV1 [PV2] [{PRT}]@2.7 )] ORC OBR [{NTE}] [{PRT}]@2.7 [{ROL}]@-2.6 [{TIMING( TQ1 [{TQ2}] )}] {OBSERVATION( OBX [{PRT}]@2.7 [{NTE}] )}
OUL_R23 laboratory observation by container | 2.5
  MSH [{SFT}] [UAC]@2.6 [{NTE}] [PATIENT( PID [PD1] [{PRT}]@2.7 [{NTE}] [{ARV}]@2.8 [{PATIENT_OBSERVATION( OBX [{PRT}] )}]@2.7 [{OBX}]@2.6-2.6 [VISIT( PV1 [PV2] [{PRT}]@2.7 )]@2.6 )] [{NK1}]@2.6 [VISIT( PV1 [PV2] )]@-2.5.1 {SPECIMEN( SPM [{SPECIMEN_OBSERVATION( OBX [{PRT}] )}]@2.7 [{OBX}]@-2.6 {CONTAINER( SAC [INV] {ORDER( OBR [ORC] [{NTE}] [{PRT}]@2.7 [{ROL}]@2.6-2.6 [{TIMING( TQ1 [{TQ2}] )}] [{RESULT( OBX [{PRT}]@2.7 [TCD] [{SID}] [{NTE}] )}] [{CTI}] )} )} )} [DSC]
OUL_R24 laboratory observation by order | 2.5
  MSH [{SFT}] [UAC]@2.6 [{NTE}] [PATIENT( PID [PD1] [{PRT}]@2.7 [{NTE}] [{ARV}]@2.8 [{PATIENT_OBSERVATION( OBX [{PRT}] )}]@2.7 [{OBX}]@2.6-2.6 [VISIT( PV1 [PV2] [{PRT}]@2.7 )]@2.6 )] [{NK1}]@2.6 [VISIT( PV1 [PV2] )]@-2.5.1 {ORDER( OBR [ORC] [{NTE}] [{PRT}]@2.7 [{ROL}]@2.6-2.6 [{TIMING( TQ1 [{TQ2}] )}] [{SPECIMEN( SPM [{SPECIMEN_OBSERVATION( OBX [{PRT}] )}]@2.7 [{OBX}]@-2.6 [{CONTAINER( SAC [INV] )}] )}] [{RESULT( OBX [{PRT}]@2.7 [TCD] [{SID}] [{NTE}] )}] [{CTI}] )} [DSC]
`;
