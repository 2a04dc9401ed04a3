import assert from "node:assert/strict";
import type { Dictionary, SegmentDefinition } from "../../../../../src/core/hl7v2/dictionary/definitions";
import { dictionaryFor } from "../../../../../src/core/hl7v2/dictionary/dictionary";
import { allowsCode } from "../../../../../src/core/hl7v2/dictionary/tables";

/** Messages such as hospitals send, made up: nobody in them exists. */
const messages: Readonly<Record<string, readonly string[]>> = {
  "an admission in v2.3": [
    "MSH|^~\\&|ADT|NORTH|LAB|NORTH|199804011230||ADT^A01|CTRL0001|P|2.3|||AL|NE",
    "EVN|A01|199804011230|||JSMITH^Smith^Joan",
    "PID|1||4711^^^NORTH^MR||Archer^Ellen^Q||19610615|F||W|12 Elm St^^Springfield^IL^62701||(217)555-0101|||M|NON|88231|123-45-6789",
    "NK1|1|Archer^Tom|SPO^Spouse|12 Elm St^^Springfield^IL^62701|(217)555-0101",
    "PV1|1|I|2N^201^A^NORTH||||0148^Addison^James|||SUR||||7|A0|||||VI||||||||||||||||||||||||||||199804011215",
    "AL1|1|DA|^Penicillin|SV|Rash",
  ],
  "a result in v2.3.1": [
    "MSH|^~\\&|LAB|NORTH|EHR|NORTH|20010509121500||ORU^R01^ORU_R01|778899|P|2.3.1",
    "PID|||10006579^^^NORTH^MR||Duck^Dora^D||19240515|F||1002-5|111 Lake Rd^^Springfield^IL^62701",
    "OBR|1|A-78|L-4411|2345-7^Glucose^LN|||20010509080000|||||||||0148^Addison^James||||||20010509115500||CH|F",
    "OBX|1|NM|2345-7^Glucose^LN||182|mg/dL|70-105|H|||F|||20010509080000",
    "NTE|1|L|Sample was not fasting.",
  ],
  "an order in v2.4": [
    "MSH|^~\\&|EHR|NORTH|LAB|NORTH|20050314093000||ORM^O01^ORM_O01|55012|P|2.4",
    "PID|1||3321^^^NORTH^MR||Moreau^Luc||19800102|M",
    "PV1|1|O|CLINIC^^^NORTH",
    "ORC|NW|P-1001||G-77|||||20050314092500|||0148^Addison^James",
    "OBR|1|P-1001||24331-1^Lipid panel^LN|||||||||||BLD|0148^Addison^James",
    "DG1|1||E78.5^Hyperlipidaemia^I10|||W",
  ],
  "a result with a specimen in v2.5.1": [
    "MSH|^~\\&|LAB^2.16.840.1.113883.3.1^ISO|NORTH|EHR|NORTH|20110531140551-0500||ORU^R01^ORU_R01|20110531-0001|T|2.5.1|||AL|NE|USA||||LRI^^2.16.840.1.113883.9.16^ISO",
    "SFT|LabMaker|2.1|LabSystem|9981",
    "PID|1||18547545^^^NIST MPI&2.16.840.1.113883.3.72.5.30.2&ISO^MR||Lerr^Todd^^^^^L||19780502|M||2106-3^White^HL70005|123 North 102nd Street^Apt 4D^Harrisburg^PA^17102^USA^H||^PRN^PH^^1^555^7259890",
    "ORC|RE|ORD777888^NIST EHR|R-220713^NIST Lab|GORD874211^NIST EHR||||||||57422^Radon^Nicholas^^^^^^NPI&2.16.840.1.113883.4.6&ISO^L^^^NPI",
    "OBR|1|ORD777888^NIST EHR|R-220713^NIST Lab|30341-2^Erythrocyte sedimentation rate^LN|||20110331140551-0800||||L||fever of unknown origin|||57422^Radon^Nicholas^^^^^^NPI&2.16.840.1.113883.4.6&ISO^L^^^NPI||||||20110331160428-0800|||F",
    "TQ1|1||||||20110331140000|||",
    "OBX|1|NM|30341-2^Erythrocyte sedimentation rate^LN||10|mm/h|0-17|N|||F|||20110331140551-0800|||||20110331150551-0800||||Century Hospital^^^^^NIST-AA-1&2.16.840.1.113883.3.72.5.30.1&ISO^XX^^^987|2070 Test Park^^Los Angeles^CA^90067^^B",
    "SPM|1|||119297000^Blood^SCT|||||||||||||20110331140551-0800",
  ],
  "a vaccination in v2.5.1": [
    "MSH|^~\\&|EHR|CLINIC|IIS|STATE|20260110||VXU^V04^VXU_V04|V1|P|2.5.1",
    "PID|1||99^^^CLINIC^MR||Bell^Ada^^^^^L|Marsh^^^^^^M|20240102|F",
    "ORC|RE||65929^CLINIC",
    "RXA|0|1|20260110|20260110|03^MMR^CVX|0.5|mL^^UCUM||00^New record^NIP001|7^Nurse^Nora|||||LOT9|20270101|MSD^Merck^MVX|||CP|A",
    "RXR|SC^Subcutaneous^HL70162|LA^Left arm^HL70163",
    "OBX|1|CE|64994-7^Eligibility^LN|1|V02^Medicaid^HL70064||||||F|||20260110",
  ],
  "an appointment in v2.5.1": [
    "MSH|^~\\&|SCHED|CLINIC|EHR|CLINIC|20260302||SIU^S12^SIU_S12|S1|P|2.5.1",
    "SCH|A-100^SCHED|F-9^SCHED||||CHECKUP^Check-up|ROUTINE^Routine|NORMAL|30|min^minutes^ANS+|^^30^202603100900^202603100930|||||7^Nurse^Nora||||7^Nurse^Nora|||||BOOKED",
    "PID|1||99^^^CLINIC^MR||Bell^Ada",
    "RGS|1|A",
    "AIS|1|A|CHECKUP^Check-up|202603100900|||30|min",
    "AIL|1|A|ROOM2^^^CLINIC",
    "AIP|1|A|0148^Addison^James|DOCTOR",
  ],
  "a document in v2.6": [
    "MSH|^~\\&|DICT|NORTH|EHR|NORTH|20150801||MDM^T02^MDM_T02|D1|P|2.6",
    "EVN||20150801",
    "PID|1||4711^^^NORTH^MR||Archer^Ellen",
    "PV1|1|I",
    "TXA|1|DS|TX|20150801||20150801||||||DOC-1|||||AU",
    "OBX|1|TX|18842-5^Discharge summary^LN||Went home well.||||||F",
  ],
  "a transfer in v2.8": [
    "MSH|^~\\&#|ADT|NORTH|EHR|NORTH|20200229101500+0100||ADT^A02^ADT_A02|T1|P^T|2.8|||AL|NE|DEU|UNICODE UTF-8|de^German^ISO639|||North Clinic|South Clinic",
    "EVN||20200229101400+0100",
    "PID|1||4711^^^NORTH^MR||Archer^Ellen||19610615|F^Female^HL70001|||12 Elm St^^Springfield^IL^62701||||||||||||||||||||||||||||^PRN^PH^^1^217^5550101",
    "PV1|1|I^Inpatient^HL70004|2N^201^A",
  ],
  "an acknowledgment with an error in v2.5.1": [
    "MSH|^~\\&|EHR|NORTH|LAB|NORTH|20260101||ACK^R01^ACK|A1|P|2.5.1",
    "MSA|AE|778899",
    "ERR||PID^1^3|101^Required field missing^HL70357|E",
  ],
};

function fieldsOf(line: string): readonly string[] {
  const [id = "", ...fields] = line.split("|");
  return id === "MSH" ? ["|", ...fields] : fields;
}

function checkFields(dictionary: Dictionary, segment: SegmentDefinition, values: readonly string[]): void {
  assert.ok(values.length <= segment.fields.length, `${segment.id} has ${values.length} fields`);
  for (const { number, usage, max, type, table } of segment.fields) {
    const place = `${segment.id}-${number}`;
    const value = values[number - 1] ?? "";
    assert.ok(value !== "" || usage !== "R", `${place} is required`);
    assert.ok(value === "" || usage !== "W", `${place} is withdrawn`);
    if (value === "" || (segment.id === "MSH" && number <= 2)) {
      continue;
    }
    const repetitions = value.split("~");
    assert.ok(repetitions.length <= max, `${place} repeats`);
    const components = dictionary.dataType(type === "varies" ? (values[1] ?? "") : type)?.components ?? [];
    for (const repetition of repetitions) {
      assert.ok(repetition.split("^").length <= Math.max(1, components.length), `${place}, ${repetition}: more than ${type} has`);
      const closed = type === "ID" && table !== undefined ? dictionary.table(table) : undefined;
      assert.ok(closed === undefined || allowsCode(closed, repetition), `${place}: ${repetition}`);
    }
  }
}

describe("messages such as hospitals send", () => {
  for (const [title, lines] of Object.entries(messages)) {
    it(`hold only what the dictionary knows: ${title}`, () => {
      const header = fieldsOf(lines[0] ?? "");
      const [type = "", trigger = "", structure] = (header[8] ?? "").split("^");
      const dictionary = dictionaryFor(header[11]);
      assert.equal(dictionary.version, header[11]);
      assert.ok(dictionary.message(type, trigger, structure) !== undefined);
      for (const line of lines) {
        const segment = dictionary.segment(line.slice(0, 3));
        assert.ok(segment !== undefined, line);
        checkFields(dictionary, segment, fieldsOf(line));
      }
    });
  }
});
