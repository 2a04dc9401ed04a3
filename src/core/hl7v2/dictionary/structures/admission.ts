/** Admission, discharge and transfer (chapter 3). How a structure is written: ../structureText.ts. */
export const admissionStructures = `
ACK general acknowledgment | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 MSA [{ERR}]
ADT_A01 admit, register or update | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] [{ARV}]@2.6 [{ROL}]@2.4 [{NK1}] PV1 [PV2] [{ARV}]@2.6 [{ROL}]@2.4 [{DB1}] [{OBX}] [{AL1}] [{DG1}] [DRG] [{PROCEDURE( PR1 [{ROL}] )}] [{GT1}] [{INSURANCE( IN1 [IN2] [{IN3}] [{ROL}]@2.4 [{AUT}]@2.8 [{RF1}]@2.8 )}] [ACC] [UB1] [UB2] [PDA]@2.4
ADT_A02 transfer | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] [{ARV}]@2.6 [{ROL}]@2.4 PV1 [PV2] [{ARV}]@2.6 [{ROL}]@2.4 [{DB1}] [{OBX}] [PDA]@2.4
ADT_A03 discharge | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] [{ARV}]@2.6 [{ROL}]@2.4 [{NK1}]@2.5 PV1 [PV2] [{ARV}]@2.6 [{ROL}]@2.4 [{DB1}] [{AL1}]@2.5 [{DG1}] [DRG] [{PROCEDURE( PR1 [{ROL}] )}] [{OBX}] [{GT1}]@2.5 [{INSURANCE( IN1 [IN2] [{IN3}] [{ROL}] [{AUT}]@2.8 [{RF1}]@2.8 )}]@2.5 [ACC]@2.5 [PDA]@2.4
ADT_A05 pre-admit, or update a person | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] [{ARV}]@2.6 [{ROL}]@2.4 [{NK1}] PV1 [PV2] [{ARV}]@2.6 [{ROL}]@2.4 [{DB1}] [{OBX}] [{AL1}] [{DG1}] [DRG] [{PROCEDURE( PR1 [{ROL}] )}] [{GT1}] [{INSURANCE( IN1 [IN2] [{IN3}] [{ROL}]@2.4 [{AUT}]@2.8 [{RF1}]@2.8 )}] [ACC] [UB1] [UB2]
ADT_A06 change between outpatient and inpatient | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] [{ARV}]@2.6 [{ROL}]@2.4 [MRG] [{NK1}] PV1 [PV2] [{ARV}]@2.6 [{ROL}]@2.4 [{DB1}] [{OBX}] [{AL1}] [{DG1}] [DRG] [{PROCEDURE( PR1 [{ROL}] )}] [{GT1}] [{INSURANCE( IN1 [IN2] [{IN3}] [{ROL}]@2.4 [{AUT}]@2.8 [{RF1}]@2.8 )}] [ACC] [UB1] [UB2]
ADT_A09 patient departs or arrives, or cancel admit | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] PV1 [PV2] [{DB1}] [{OBX}] [{DG1}]
ADT_A12 cancel transfer | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] PV1 [PV2] [{DB1}] [{OBX}] [{DG1}]
ADT_A15 pending transfer | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] [{ARV}]@2.6 [{ROL}]@2.4 PV1 [PV2] [{ARV}]@2.6 [{ROL}]@2.4 [{DB1}] [{OBX}] [{DG1}]
ADT_A16 pending discharge | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] [{ARV}]@2.6 [{ROL}]@2.4 [{NK1}]@2.5 PV1 [PV2] [{ARV}]@2.6 [{ROL}]@2.4 [{DB1}] [{OBX}] [{AL1}]@2.5 [{DG1}] [DRG] [{PROCEDURE( PR1 [{ROL}] )}]@2.5 [{GT1}]@2.5 [{INSURANCE( IN1 [IN2] [{IN3}] [{ROL}] [{AUT}]@2.8 [{RF1}]@2.8 )}]@2.5 [ACC]@2.5
ADT_A17 swap patients | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] PV1 [PV2] [{DB1}] [{OBX}] PID [PD1] PV1 [PV2] [{DB1}] [{OBX}]
ADT_A18 merge patient information | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] [MRG] PV1
ADT_A20 bed status update | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN NPU
ADT_A21 leave of absence, and cancellations | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] PV1 [PV2] [{DB1}] [{OBX}]
ADT_A24 link patients | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] [PV1] [{DB1}] PID [PD1] [PV1] [{DB1}]
ADT_A30 merge or change identifiers | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID@-2.6 [PD1]@-2.6 [{ARV}]@2.6-2.6 MRG@-2.6 {PATIENT( PID [PD1] [{ARV}] MRG )}@2.7
ADT_A37 unlink patients | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] [PV1] [{DB1}] PID [PD1] [PV1] [{DB1}]
ADT_A38 cancel pre-admit | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] PV1 [PV2] [{DB1}] [{OBX}] [{DG1}] [DRG]
ADT_A39 merge patients, accounts or visits | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN {PATIENT( PID [PD1] MRG [PV1] )}
ADT_A43 move patient or account information | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN {PATIENT( PID [PD1] [{ARV}]@2.6 MRG )}
ADT_A44 move account information | 2.6
  MSH [{SFT}] [UAC] EVN {PATIENT( PID [PD1] [{ARV}] MRG )}
ADT_A45 move visit information | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] {MERGE_INFO( MRG PV1 )}
ADT_A50 change visit number | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] MRG PV1
ADT_A52 cancel leave of absence | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] PV1 [PV2]
ADT_A54 change doctors | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] [{ROL}] PV1 [PV2] [{ROL}]
ADT_A60 update allergies | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [{ARV}]@2.6 [PV1] [PV2] [{ARV}]@2.6 [{ADVERSE_REACTION( IAM [{NTE}] [{IAR}] )}]@2.7 [{IAM}]@-2.6
ADT_A61 change consulting doctor | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 EVN PID [PD1] [{ROL}]@2.6 PV1 [{ROL}] [PV2]
ADR_A19 patient query response | 2.3-2.6
  MSH [{SFT}]@2.5 [UAC]@2.6 MSA [{ERR}] [QAK] QRD [QRF] {QUERY_RESPONSE( [EVN] PID [PD1] [{ARV}]@2.6 [{ROL}]@2.4 [{NK1}] PV1 [PV2] [{ARV}]@2.6 [{ROL}]@2.4 [{DB1}] [{OBX}] [{AL1}] [{DG1}] [DRG] [{PROCEDURE( PR1 [{ROL}] )}] [{GT1}] [{INSURANCE( IN1 [IN2] [{IN3}] [{ROL}]@2.4 [{AUT}]@2.8 [{RF1}]@2.8 )}] [ACC] [UB1] [UB2] )} [DSC]
QRY_A19 patient query | 2.3-2.6
  MSH [{SFT}]@2.5 [UAC]@2.6 QRD [QRF]
`;
