import type { UcumEngine } from "../../ucum/ucumEngine";
import type { ReportIssue } from "../fhirIssue";
import type { ElementVisit, FhirRuleMaker, JsonObject } from "../rule";
import { error, nameOf, warning } from "./found";
import { below, member, objectOf, textOf } from "./json";
import { compareDates, isLessPrecise } from "./temporal";

const ucumSystem = "http://unitsofmeasure.org";

/**
 * What must come before what: a period's start and end (per-1), a range's low and high (rng-2). https://hl7.org/fhir/R4/datatypes.html#Period
 *
 * @param ucum compares a range's limits in different units; without it those are left alone
 */
export function orderRule(ucum: UcumEngine | undefined): FhirRuleMaker {
  return () => ({
    element(visit: ElementVisit, report: ReportIssue): void {
      if (visit.value === undefined) {
        return;
      }
      if (visit.type.name === "Period") {
        checkPeriod(visit, visit.value as JsonObject, report);
      } else if (visit.type.name === "Range") {
        checkRange(visit, visit.value as JsonObject, ucum, report);
      }
    },
  });
}

/**
 * "If the end of the period is a date, it includes any time on that date", so an end that is less precise than the start holds it. A start that is less precise may
 * lie after the end, which per-1 does not allow.
 */
function checkPeriod(visit: ElementVisit, period: JsonObject, report: ReportIssue): void {
  const [start, end] = [textOf(period, "start"), textOf(period, "end")];
  if (start === undefined || end === undefined) {
    return;
  }
  const order = compareDates(start, end);
  const args = { name: nameOf(visit), start, end };
  if (order === "after") {
    report(error("fhir.period.order", "invariant", visit.pointer, args, { mark: "opening", page: "datatypes.html#Period" }));
  } else if (order === "undecided" && isLessPrecise(start, end)) {
    report(error("fhir.period.precision", "invariant", visit.pointer, args, { mark: "opening", page: "datatypes.html#Period" }));
  }
}

function checkRange(visit: ElementVisit, range: JsonObject, ucum: UcumEngine | undefined, report: ReportIssue): void {
  const [low, high] = [objectOf(range, "low"), objectOf(range, "high")];
  const [lowValue, highValue] = [low && member(low, "value"), high && member(high, "value")];
  if (low === undefined || high === undefined || typeof lowValue !== "number" || typeof highValue !== "number") {
    return;
  }
  const name = nameOf(visit);
  const converted = sameUnit(low, high) ? lowValue : convert(low, high, lowValue, ucum);
  if (converted === undefined) {
    if (ucum !== undefined && isUcum(low) && isUcum(high)) {
      report(warning("fhir.range.units", "value", visit.pointer, { name, low: textOf(low, "code") ?? "", high: textOf(high, "code") ?? "" }, { mark: "opening", page: "datatypes.html#Range" }));
    }
  } else if (converted > highValue) {
    report(error("fhir.range.order", "invariant", below(visit.pointer, "low"), { name, low: words(low, lowValue), high: words(high, highValue) }, { mark: "opening", page: "datatypes.html#Range" }));
  }
}

function sameUnit(one: JsonObject, other: JsonObject): boolean {
  return textOf(one, "system") === textOf(other, "system") && textOf(one, "code") === textOf(other, "code") && (textOf(one, "code") !== undefined || textOf(one, "unit") === textOf(other, "unit"));
}

function isUcum(quantity: JsonObject): boolean {
  return textOf(quantity, "system") === ucumSystem && textOf(quantity, "code") !== undefined;
}

function convert(from: JsonObject, to: JsonObject, value: number, ucum: UcumEngine | undefined): number | undefined {
  const [one, other] = [textOf(from, "code"), textOf(to, "code")];
  return isUcum(from) && isUcum(to) && one !== undefined && other !== undefined ? ucum?.convert(value, one, other) : undefined;
}

function words(quantity: JsonObject, value: number): string {
  return `${value} ${textOf(quantity, "unit") ?? textOf(quantity, "code") ?? ""}`.trim();
}
