/** Problems, goals and pathways (chapter 12). How a structure is written: ../structureText.ts. */
export const careStructures = `
PPR_PC1 problems | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 PID [PATIENT_VISIT( PV1 [PV2] )] {PROBLEM( PRB [{NTE}] [{VAR}] [{PROBLEM_ROLE( ROL [{VAR}] )}] [{PATHWAY( PTH [{VAR}] )}] [{PROBLEM_OBSERVATION( OBX [{NTE}] )}] [{GOAL( GOL [{NTE}] [{VAR}] [{GOAL_ROLE( ROL [{VAR}] )}] [{GOAL_OBSERVATION( OBX [{NTE}] )}] )}] [{ORDER( ORC [ORDER_DETAIL( <OBR|RXO|RXE> [{NTE}] [{VAR}] [{ORDER_OBSERVATION( OBX [{NTE}] [{VAR}] )}] )] )}] )}
PGL_PC6 goals | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 PID [PATIENT_VISIT( PV1 [PV2] )] {GOAL( GOL [{NTE}] [{VAR}] [{GOAL_ROLE( ROL [{VAR}] )}] [{PATHWAY( PTH [{VAR}] )}] [{OBSERVATION( OBX [{NTE}] )}] [{PROBLEM( PRB [{NTE}] [{VAR}] [{PROBLEM_ROLE( ROL [{VAR}] )}] [{PROBLEM_OBSERVATION( OBX [{NTE}] )}] )}] [{ORDER( ORC [ORDER_DETAIL( <OBR|RXO|RXE> [{NTE}] [{VAR}] [{ORDER_OBSERVATION( OBX [{NTE}] [{VAR}] )}] )] )}] )}
PPP_PCB pathways | 2.3
  MSH [{SFT}]@2.5 [UAC]@2.6 PID [PATIENT_VISIT( PV1 [PV2] )] {PATHWAY( PTH [{NTE}] [{VAR}] [{PATHWAY_ROLE( ROL [{VAR}] )}] [{PROBLEM( PRB [{NTE}] [{VAR}] [{PROBLEM_ROLE( ROL [{VAR}] )}] [{PROBLEM_OBSERVATION( OBX [{NTE}] )}] [{GOAL( GOL [{NTE}] [{VAR}] [{GOAL_ROLE( ROL [{VAR}] )}] [{GOAL_OBSERVATION( OBX [{NTE}] )}] )}] [{ORDER( ORC [ORDER_DETAIL( <OBR|RXO|RXE> [{NTE}] [{VAR}] [{ORDER_OBSERVATION( OBX [{NTE}] [{VAR}] )}] )] )}] )}] )}
`;
