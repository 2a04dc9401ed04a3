/**
 * Which trigger events share a structure (HL7 table 0354), for messages that do not name it in MSH-9.3. An event that has changed its structure stands at several;
 * the first that the version has is the one.
 */
const events = `
ADT_A01 ADT A01 A04 A08 A13
ADT_A02 ADT A02
ADT_A03 ADT A03
ADT_A05 ADT A05 A14 A28 A31
ADT_A06 ADT A06 A07
ADT_A09 ADT A09 A10 A11
ADT_A12 ADT A12
ADT_A15 ADT A15
ADT_A16 ADT A16
ADT_A17 ADT A17
ADT_A18 ADT A18
ADT_A20 ADT A20
ADT_A21 ADT A21 A22 A23 A25 A26 A27 A29 A32 A33
ADT_A24 ADT A24
ADT_A30 ADT A30 A34 A35 A36 A46 A47 A48 A49
ADT_A37 ADT A37
ADT_A38 ADT A38
ADT_A39 ADT A39 A40 A41 A42
ADT_A44 ADT A44
ADT_A43 ADT A43 A44
ADT_A45 ADT A45
ADT_A50 ADT A50 A51
ADT_A52 ADT A52 A53
ADT_A54 ADT A54 A55
ADT_A60 ADT A60
ADT_A61 ADT A61 A62
ADR_A19 ADR A19
QRY_A19 QRY A19
ORM_O01 ORM O01
ORR_O02 ORR O02
OMG_O19 OMG O19
ORG_O20 ORG O20
OML_O21 OML O21
ORL_O22 ORL O22
OML_O33 OML O33
OML_O35 OML O35
OMD_O03 OMD O03
OMS_O05 OMS O05
ORU_R01 ORU R01
ORU_R30 ORU R30
OUL_R21 OUL R21
OUL_R22 OUL R22
ORF_R04 ORF R04
QRY_R02 QRY R02
OMP_O09 OMP O09
ORP_O10 ORP O10
RDE_O01 RDE O01
RDE_O11 RDE O11
RDE_O25 RDE O25
RRE_O02 RRE O02
RRE_O12 RRE O12
RDS_O01 RDS O01
RDS_O13 RDS O13
RRD_O02 RRD O02
RRD_O14 RRD O14
RGV_O01 RGV O01
RGV_O15 RGV O15
RRG_O02 RRG O02
RRG_O16 RRG O16
RAS_O01 RAS O01
RAS_O17 RAS O17
RRA_O02 RRA O02
RRA_O18 RRA O18
SIU_S12 SIU S12 S13 S14 S15 S16 S17 S18 S19 S20 S21 S22 S23 S24 S26
SRM_S01 SRM S01 S02 S03 S04 S05 S06 S07 S08 S09 S10 S11
SRR_S01 SRR S01 S02 S03 S04 S05 S06 S07 S08 S09 S10 S11
MDM_T01 MDM T01 T03 T05 T07 T09 T11
MDM_T02 MDM T02 T04 T06 T08 T10
DFT_P03 DFT P03
DFT_P11 DFT P11
BAR_P01 BAR P01
BAR_P02 BAR P02
BAR_P05 BAR P05
BAR_P06 BAR P06
VXU_V04 VXU V04
VXQ_V01 VXQ V01
VXX_V02 VXX V02
VXR_V03 VXR V03
QBP_Q11 QBP Q11
QBP_Q21 QBP Q21 Q22 Q23
RSP_K21 RSP K21
RSP_K22 RSP K22
RSP_K23 RSP K23
MFN_M01 MFN M01
MFN_M02 MFN M02
MFK_M01 MFK M01 M02
REF_I12 REF I12 I13 I14 I15
RRI_I12 RRI I12 I13 I14 I15
PMU_B01 PMU B01 B02
`;

let structuresByEvent: ReadonlyMap<string, readonly string[]> | undefined;

/** The structures that a message of this type and event may have, such as `ADT_A01` for `ADT` and `A04`; the first that the version knows is the right one. */
export function structuresOfEvent(type: string, trigger: string): readonly string[] {
  if (type === "ACK") {
    return ["ACK"];
  }
  structuresByEvent ??= readEvents();
  return structuresByEvent.get(`${type} ${trigger}`) ?? [];
}

function readEvents(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const line of events.trim().split("\n")) {
    const [structure = "", type = "", ...triggers] = line.split(" ");
    for (const trigger of triggers) {
      const key = `${type} ${trigger}`;
      found.set(key, [...(found.get(key) ?? []), structure]);
    }
  }
  return found;
}
