/** A file with one fault, or none, for the golden file of what the standard's rules say. */
export interface IssueCase {
  readonly title: string;
  readonly text: string;
}

const msh = (type = "ORU^R01^ORU_R01", version = "2.5.1", encoding = "^~\\&"): string => `MSH|${encoding}|LAB|GEN|EHR|GEN|20240131||${type}|C1|P|${version}`;
const pid = "PID|1||123^^^HOSP^MR||Okoro&&^Ada||19800229|F";
const obr = "OBR|1|||718-7^Hb^LN";
const obx = (type: string, value: string, number = "1"): string => `OBX|${number}|${type}|718-7^Hb^LN||${value}||||||F`;
const oru = (...segments: readonly string[]): string => [msh(), pid, obr, ...segments].join("\r");
const value = (title: string, type: string, text: string): IssueCase => ({ title: `${type} ${title}`, text: oru(obx(type, text)) });
const patient = (title: string, written: string): IssueCase => ({ title, text: [msh(), written, obr].join("\r") });

const fields: readonly IssueCase[] = [
  { title: "nothing wrong", text: oru(obx("NM", "13.5"), obx("ST", "a \\T\\ b", "2"), "ZLB|1") },
  patient("required field is empty", "PID|1||||Okoro^Ada"),
  patient("required field lies beyond the end", "PID|1||123"),
  patient("required component is empty", "PID|1||^^^HOSP^MR||Okoro"),
  patient("required component deleted together with its field", "PID|1||\"\"||\"\""),
  patient("too many repetitions", "PID|1||123||Okoro||20240131~20240130"),
  patient("kept for older versions", "PID|1|99|123||Okoro"),
  patient("withdrawn", "PID|1||123||Okoro|||||||X"),
  patient("field beyond the end", "PID|1||123||Okoro||||||||x"),
  patient("component beyond the type", "PID|1||123^^^HOSP^MR^^^^^x||Okoro"),
  patient("subcomponent beyond the type", "PID|1||123^^^HOSP&1&ISO&x^MR||Okoro"),
  patient("components in a single text", "PID|1||123||Okoro|||F^x"),
  patient("coded element for a single code", "PID|1||123||Okoro|||F^Female^HL70001"),
  patient("components that CWE adds to CE", "PID|1||123||Okoro|||||W^^L^^^^^2.5.1"),
  patient("suggested code of a site's table", "PID|1||123||Okoro|||W"),
  { title: "code of a closed table", text: oru("OBX|1|NM|718-7||5||||||Q") },
  { title: "code of a closed table in small letters", text: oru("OBX|1|NM|718-7||5||||||f") },
  { title: "no value type", text: oru("OBX|1||718-7||5||||||F") },
  { title: "value type that is none", text: oru("OBX|1|XX|718-7||5||||||F") },
  { title: "set ids with a gap", text: oru(obx("NM", "1"), obx("NM", "2", "3")) },
  value("with exponent", "NM", "1e3"),
  value("with components", "ST", "Staph^Strep"),
  value("with a raw &", "ST", "Staph & Strep"),
  value("with a wrong comparator", "SN", "^5"),
  value("with a wrong comparator", "SN", "ca^5"),
  value("with a text for a number", "SN", ">^five"),
  value("that is not Base64", "ED", "LAB^AP^PDF^Base64^###"),
  value("29 February of a leap year", "DT", "20240229"),
  value("day that is none", "DT", "20240230"),
  value("month that is none", "DT", "20241301"),
  value("with time", "DT", "202402291200"),
  value("with dashes", "DT", "2024-02-29"),
  value("with colons", "TM", "14:05"),
  value("hour that is none", "TM", "2405"),
  value("odd number of digits", "TM", "140"),
  value("minute that is none", "TS", "202402291261"),
  value("second that is none", "TS", "20240229120061"),
  value("with too fine a fraction", "TS", "20240229120000.12345"),
  value("with a wrong offset", "TS", "202402291200+1"),
  value("with letters", "TS", "29 Feb 2024"),
  value("with a precision that is none", "TS", "20240229^X"),
  value("of another country", "TN", "+49 30 123456"),
  { title: "set id that is no number", text: oru("OBX|one|NM|718-7||5||||||F") },
  { title: "hour alone before 2.5", text: [msh("ORU^R01", "2.3"), pid, obr, obx("TS", "2024022912")].join("\r") },
];

const adt = (...segments: readonly string[]): string => [msh("ADT^A01^ADT_A01"), ...segments].join("\r");
const evn = "EVN||20240131";
const pv1 = "PV1||I";

const messages: readonly IssueCase[] = [
  { title: "components of a later version", text: oru("OBX|1|ST|x|1^2|a||||||F") },
  { title: "subcomponents of a later version", text: [msh(), pid, "ORC|RE|1&2^HOSP", obr].join("\r") },
  { title: "more faults than anybody reads", text: oru(`OBX|1|NM|x||${Array.from({ length: 120 }, () => "many").join("~")}||||||F`) },
  { title: "field of a later version", text: adt("EVN||20240131|20240201", pid, pv1) },
  { title: "segment missing", text: adt(pid, pv1) },
  { title: "segment missing before the first of its group", text: [msh(), pid, obx("NM", "5")].join("\r") },
  { title: "group missing", text: [msh(), pid].join("\r") },
  { title: "segment out of order, after", text: adt(pid, evn, pv1) },
  { title: "segment out of order", text: adt(evn, pv1, pid) },
  { title: "segment before the header of its group", text: adt(evn, pid, pv1, "NK1|1") },
  { title: "segment twice", text: adt(evn, evn, pid, pv1) },
  { title: "segment twice, apart", text: adt(evn, pid, pv1, evn) },
  { title: "group twice that comes once", text: [msh(), pid, pv1, pv1, obr].join("\r") },
  { title: "segment of another message", text: adt(evn, pid, pv1, obr) },
  { title: "segment that nobody knows", text: adt(evn, pid, pv1, "QQQ|1") },
  { title: "structure of another event", text: [msh("ADT^A04^ADT_A04"), evn, pid, pv1].join("\r") },
  { title: "message that is not known", text: [msh("BAR^P01^BAR_P01"), evn, pid].join("\r") },
  { title: "version that is not known", text: [msh("ADT^A01", "2.9"), evn].join("\r") },
  { title: "version that is none", text: [msh("ADT^A01", "two"), evn].join("\r") },
  { title: "version is empty", text: [msh("ADT^A01", ""), evn].join("\r") },
  { title: "truncation character before 2.7", text: [msh("ADT^A01^ADT_A01", "2.5.1", "^~\\&#"), evn, pid, pv1].join("\r") },
  { title: "numbers that are cut off", text: [msh(undefined, "2.7", "^~\\&#"), pid, obr, obx("NM", "12345#")].join("\r") },
];

const one = adt(evn, pid, pv1);
const envelopes: readonly IssueCase[] = [
  { title: "batch with the right count", text: ["FHS|^~\\&", "BHS|^~\\&", one, one, "BTS|2", "FTS|1"].join("\r") },
  { title: "batch with a wrong count", text: ["BHS|^~\\&", one, one, "BTS|3"].join("\r") },
  { title: "file with a wrong count", text: ["FHS|^~\\&", "BHS|^~\\&", one, "BTS|1", "FTS|2"].join("\r") },
  { title: "header without trailer", text: ["FHS|^~\\&", "BHS|^~\\&", one].join("\r") },
  { title: "trailer without header", text: [one, "BTS|1"].join("\r") },
  { title: "second of two messages", text: [one, one.replace("|F", "|F^x")].join("\r") },
];

export const issueCases: readonly IssueCase[] = [...fields, ...messages, ...envelopes];
