/** Appointments, documents, charges, vaccinations, master files, referrals and personnel (chapters 4, 6 and 8 to 15). How a structure is written: ../structureText.ts. */
export const otherStructures = `
SIU_S12 appointment notification | 2.3
  MSH SCH [{TQ1}]@2.5 [{NTE}] [{PATIENT( PID [PD1] [PV1] [PV2] [{OBX}] [{DG1}] )}] {RESOURCES( RGS [{SERVICE( AIS [{NTE}] )}] [{GENERAL_RESOURCE( AIG [{NTE}] )}] [{LOCATION_RESOURCE( AIL [{NTE}] )}] [{PERSONNEL_RESOURCE( AIP [{NTE}] )}] )}
SRM_S01 appointment request | 2.3
  MSH ARQ [APR] [{NTE}] [{PATIENT( PID [PV1] [PV2] [{OBX}] [{DG1}] )}] {RESOURCES( RGS [{SERVICE( AIS [APR] [{NTE}] )}] [{GENERAL_RESOURCE( AIG [APR] [{NTE}] )}] [{LOCATION_RESOURCE( AIL [APR] [{NTE}] )}] [{PERSONNEL_RESOURCE( AIP [APR] [{NTE}] )}] )}
SRR_S01 appointment response | 2.3
  MSH MSA [{ERR}] [SCHEDULE( SCH [{TQ1}]@2.5 [{NTE}] [{PATIENT( PID [PV1] [PV2] [{DG1}] )}] {RESOURCES( RGS [{SERVICE( AIS [{NTE}] )}] [{GENERAL_RESOURCE( AIG [{NTE}] )}] [{LOCATION_RESOURCE( AIL [{NTE}] )}] [{PERSONNEL_RESOURCE( AIP [{NTE}] )}] )} )]
MDM_T01 document notification | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID PV1 [{COMMON_ORDER( ORC [{TIMING( TQ1 [{TQ2}] )}] OBR [{NTE}] )}]@2.5 TXA [{CON}]@2.7
MDM_T02 document notification with content | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID PV1 [{COMMON_ORDER( ORC [{TIMING( TQ1 [{TQ2}] )}] OBR [{NTE}] )}]@2.5 TXA [{CON}]@2.7 {OBSERVATION( OBX [{PRT}]@2.7 [{NTE}] )}@2.5 {OBX}@-2.4
DFT_P03 financial transactions | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] [{ROL}]@2.4 [PV1] [PV2] [{ROL}]@2.4 [{DB1}] [{COMMON_ORDER( [ORC] [{TIMING_QUANTITY( TQ1 [{TQ2}] )}]@2.5 [ORDER( OBR [{NTE}] )] [{OBSERVATION( OBX [{PRT}]@2.7 [{NTE}] )}] )}]@2.4 [{OBX}]@-2.3.1 {FINANCIAL( FT1 [{NTE}]@2.5 [{FINANCIAL_PROCEDURE( PR1 [{ROL}] )}] [{FINANCIAL_COMMON_ORDER( [ORC] [{FINANCIAL_TIMING_QUANTITY( TQ1 [{TQ2}] )}]@2.5 [FINANCIAL_ORDER( OBR [{NTE}] )] [{FINANCIAL_OBSERVATION( OBX [{PRT}]@2.7 [{NTE}] )}] )}]@2.4 )} [{DG1}] [DRG] [{GT1}] [{INSURANCE( IN1 [IN2] [{IN3}] [{ROL}]@2.4 )}] [ACC]
DFT_P11 financial transactions, extended | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] [{ROL}] [PV1] [PV2] [{ROL}] [{DB1}] [{COMMON_ORDER( [ORC] [{TIMING_QUANTITY( TQ1 [{TQ2}] )}]@2.5 [ORDER( OBR [{NTE}] )] [{OBSERVATION( OBX [{PRT}]@2.7 [{NTE}] )}] )}] [{DG1}] [DRG] [{GT1}] [{INSURANCE( IN1 [IN2] [{IN3}] [{ROL}] )}] [ACC] {FINANCIAL( FT1 [{NTE}]@2.5 [{FINANCIAL_PROCEDURE( PR1 [{ROL}] )}] [{FINANCIAL_COMMON_ORDER( [ORC] [{FINANCIAL_TIMING_QUANTITY( TQ1 [{TQ2}] )}]@2.5 [FINANCIAL_ORDER( OBR [{NTE}] )] [{FINANCIAL_OBSERVATION( OBX [{PRT}]@2.7 [{NTE}] )}] )}] [{DG1}] [DRG] [{GT1}] [{FINANCIAL_INSURANCE( IN1 [IN2] [{IN3}] [{ROL}] )}] )}
BAR_P01 add or update an account | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] [{ROL}]@2.4 {VISIT( [PV1] [PV2] [{ROL}]@2.4 [{DB1}] [{OBX}] [{AL1}] [{DG1}] [DRG] [{PROCEDURE( PR1 [{ROL}] )}] [{GT1}] [{NK1}] [{INSURANCE( IN1 [IN2] [{IN3}] [{ROL}]@2.4 )}] [ACC] [UB1] [UB2] )}
BAR_P02 purge accounts | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN {PATIENT( PID [PD1] [PV1] [{DB1}] )}
BAR_P05 update an account | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] [{ROL}]@2.4 {VISIT( [PV1] [PV2] [{ROL}]@2.4 [{DB1}] [{OBX}] [{AL1}] [{DG1}] [DRG] [{PROCEDURE( PR1 [{ROL}] )}] [{GT1}] [{NK1}] [{INSURANCE( IN1 [IN2] [{IN3}] [{ROL}]@2.4 )}] [ACC] [UB1] [UB2] [ABS]@2.4 [{BLC}]@2.4 [RMI]@2.4 )}
BAR_P06 end an account | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN {PATIENT( PID [PV1] )}
VXU_V04 vaccination record | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 PID [PD1] [{NK1}] [{ARV}]@2.8 [PATIENT( PV1 [PV2] )] [{GT1}]@2.4 [{INSURANCE( IN1 [IN2] [{IN3}] )}] [{PERSON_OBSERVATION( OBX [{PRT}] [{NTE}] )}]@2.8 [{ORDER( ORC@2.5 [ORC]@-2.4 [{PRT}]@2.7 [{TIMING( TQ1 [{TQ2}] )}]@2.5 RXA [{PRT}]@2.7 [RXR] [{OBSERVATION( OBX [{PRT}]@2.7 [{NTE}] )}] )}]
VXQ_V01 query for a vaccination record | 2.3-2.6
  MSH [{SFT}]@2.5 [UAC]@2.6 QRD [QRF]
VXX_V02 several patients found | 2.3-2.6
  MSH MSA [{SFT}]@2.5 [UAC]@2.6 QRD [QRF] {PATIENT( PID [{NK1}] )}
VXR_V03 vaccination record response | 2.3-2.6
  MSH MSA [{SFT}]@2.5 [UAC]@2.6 QRD [QRF] PID [PD1] [{NK1}] [PATIENT_VISIT( PV1 [PV2] )] [{GT1}]@2.4 [{INSURANCE( IN1 [IN2] [{IN3}] )}] [{ORDER( ORC@2.5 [ORC]@-2.4 [{TIMING( TQ1 [{TQ2}] )}]@2.5 RXA [RXR] [{OBSERVATION( OBX [{NTE}] )}] )}]
MFN_M01 master file, general | 2.3-2.6
  MSH [{SFT}]@2.5 [UAC]@2.6 MFI {MF( MFE [STF] [{PRA}] [OM1] )}
MFN_M02 master file, staff and practitioners | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 MFI {MF_STAFF( MFE STF [{PRA}] [{ORG}]@2.4 [{AFF}]@2.4 [{LAN}]@2.4 [{EDU}]@2.4 [{CER}]@2.5 [{NTE}]@2.5 )}
MFK_M01 master file acknowledgment | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 MSA [{ERR}] MFI [{MFA}]
REF_I12 referral | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 [RF1] [AUTHORIZATION_CONTACT( AUT [CTD] )] {PROVIDER_CONTACT( PRD [{CTD}] )} PID [{NK1}] [{GT1}] [{INSURANCE( IN1 [IN2] [{IN3}] )}] [ACC] [{DG1}] [{DRG}] [{AL1}] [{PROCEDURE( PR1 [AUTHORIZATION_CONTACT( AUT [CTD] )] )}] [{OBSERVATION( OBR [{NTE}] [{RESULTS_NOTES( OBX [{NTE}] )}] )}] [PATIENT_VISIT( PV1 [PV2] )] [{NTE}]
RRI_I12 referral response | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 [MSA] [RF1] [AUTHORIZATION_CONTACT( AUT [CTD] )] {PROVIDER_CONTACT( PRD [{CTD}] )} PID [ACC] [{DG1}] [{DRG}] [{AL1}] [{PROCEDURE( PR1 [AUTHORIZATION_CONTACT( AUT [CTD] )] )}] [{OBSERVATION( OBR [{NTE}] [{RESULTS_NOTES( OBX [{NTE}] )}] )}] [PATIENT_VISIT( PV1 [PV2] )] [{NTE}]
PMU_B01 personnel management | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN STF [{PRA}] [{ORG}] [{AFF}] [{LAN}] [{EDU}] [{CER}]@2.5 [{NK1}]@2.7 [{ROL}]@2.7
PMU_B03 delete a personnel record | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN STF
PMU_B04 personnel starts or stops practising | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN STF [{PRA}] [{ORG}]
`;
