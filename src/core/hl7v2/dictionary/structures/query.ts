/** Queries and their answers (chapters 3 and 5). How a structure is written: ../structureText.ts. What RSP_K11 holds is said by each query, so it stays unknown. */
export const queryStructures = `
QBP_Q11 query by parameters | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 QPD RCP [DSC]
QBP_Q21 query for patient information | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 QPD RCP [DSC]
RSP_K21 response with one person | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 MSA [{ERR}] QAK QPD [QUERY_RESPONSE( PID [PD1] [{ARV}]@2.6 [{NK1}]@2.5 [QRI] )] [DSC]
RSP_K22 response with candidates | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 MSA [{ERR}] QAK QPD [{QUERY_RESPONSE( PID [PD1] [{NK1}]@2.5 [QRI] )}] [DSC]
RSP_K23 response with identifiers | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 MSA [{ERR}] QAK QPD [QUERY_RESPONSE( PID )] [DSC]
RSP_K24 response with an identifier that was allocated | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 MSA [{ERR}] QAK QPD [QUERY_RESPONSE( PID )] [DSC]
QRY_Q01 query, answered at once | 2.3-2.6
  MSH [{SFT}]@2.5 [UAC]@2.6 QRD [QRF] [DSC]
QRY_Q02 query, answered later | 2.3-2.6
  MSH [{SFT}]@2.5 [UAC]@2.6 QRD [QRF] [DSC]
DSR_Q01 response to be displayed | 2.3-2.6
  MSH [{SFT}]@2.5 [UAC]@2.6 MSA [{ERR}] [QAK] QRD [QRF] {DSP} [DSC]
DSR_Q03 response to be displayed, deferred | 2.3-2.6
  MSH [{SFT}]@2.5 [UAC]@2.6 [MSA] [{ERR}] [QAK] QRD [QRF] {DSP} [DSC]
QCN_J01 cancel a query | 2.4
  MSH [{SFT}]@2.5 [UAC]@2.6 QID
`;
