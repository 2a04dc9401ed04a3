import { deletion, type Repetition } from "./messageValue";

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Whether ED says in its fourth component that its data are in Base64, and they are not (HL7 v2.5.1 section 2.A.24). Line breaks within the data do no harm. */
export function base64Fault(value: Repetition): boolean {
  const data = value[4]?.[0] ?? "";
  return value[3]?.[0] === "Base64" && data !== deletion && !base64.test(data.replace(/\\\.br\\|\\X0[AD]\\|\s/g, ""));
}
