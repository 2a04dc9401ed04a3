import { resourceTypeOf } from "../../statedType";
import type { FhirModel } from "../../model/definitions";
import type { ReportIssue } from "../fhirIssue";
import type { FhirRuleMaker, JsonObject, ResourceVisit } from "../rule";
import { error, shown, warning } from "./found";
import { below, objectOf, objectsOf, textOf } from "./json";

const page = "http.html#transaction";

/** The requests of batches and transactions: method, address and resource must fit together (https://hl7.org/fhir/R4/http.html#transaction). */
export const requestRule: FhirRuleMaker = (model) => ({
  resource(visit: ResourceVisit, report: ReportIssue): void {
    const type = visit.type.name === "Bundle" ? textOf(visit.value, "type") : undefined;
    if (type !== "transaction" && type !== "batch") {
      return;
    }
    const changed = new Map<string, number>();
    objectsOf(visit.value, "entry").forEach((entry, index) => {
      const request = objectOf(entry, "request");
      const method = request === undefined ? undefined : textOf(request, "method");
      const url = request === undefined ? undefined : textOf(request, "url");
      if (method === undefined || url === undefined) {
        return;
      }
      const at = below(visit.pointer, "entry", index);
      checkRequest(model, method, url, objectOf(entry, "resource"), at, report);
      if (type === "transaction" && ["PUT", "DELETE", "PATCH"].includes(method) && !url.includes("?")) {
        const first = changed.get(url);
        if (first !== undefined) {
          report(error("fhir.request.twice", "duplicate", below(at, "request", "url"), { url: shown(url), other: first }, { page: "http.html#trules" }));
        }
        changed.set(url, first ?? index);
      }
    });
  },
});

/** A request's address: `Patient`, `Patient/1`, `Patient?name=x`, `Patient/$match`, `$process-message`. */
interface Address {
  readonly type: string;
  readonly id: string | undefined;
  readonly query: boolean;
  readonly operation: boolean;
}

function addressOf(url: string): Address {
  const [path = "", query] = url.split("?", 2);
  const parts = path.split("/");
  return { type: parts[0] ?? "", id: parts[1]?.startsWith("$") === true || parts[1]?.startsWith("_") === true ? undefined : parts[1], query: query !== undefined, operation: /(?:^|\/)[$_]/.test(path) };
}

function checkRequest(model: FhirModel, method: string, url: string, resource: JsonObject | undefined, at: string, report: ReportIssue): void {
  const urlAt = below(at, "request", "url");
  if (/^[a-z]+:/i.test(url) || url.startsWith("/")) {
    report(warning("fhir.request.absolute", "value", urlAt, { url: shown(url) }, { actual: url, page }));
    return;
  }
  const address = addressOf(url);
  const known = model.type(address.type)?.kind === "resource";
  if (address.type !== "" && !address.operation && !known && address.type !== "metadata") {
    report(error("fhir.request.unknownType", "value", urlAt, { url: shown(url), type: shown(address.type) }, { actual: url, page }));
    return;
  }
  switch (method) {
    case "POST":
      checkPost(address, url, resource, at, report);
      break;
    case "PUT":
      checkPut(address, url, resource, at, report);
      break;
    case "DELETE":
    case "GET":
    case "HEAD":
      if (resource !== undefined) {
        report(warning("fhir.request.needless", "structure", below(at, "resource"), { method }, { mark: "key", page }));
      }
      if (method === "DELETE" && address.id === undefined && !address.query) {
        report(error("fhir.request.whichOne", "value", urlAt, { method, url: shown(url) }, { actual: url, page }));
      }
      break;
    default:
      break;
  }
}

function checkPost(address: Address, url: string, resource: JsonObject | undefined, at: string, report: ReportIssue): void {
  if (address.operation) {
    return;
  }
  if (resource === undefined) {
    report(error("fhir.request.withoutResource", "required", at, { method: "POST" }, { mark: "opening", page }));
  } else if (address.id !== undefined) {
    report(error("fhir.request.postWithId", "value", below(at, "request", "url"), { url: shown(url), type: address.type }, { expected: address.type, actual: url, page: "http.html#create" }));
  } else {
    checkType(address, url, resource, at, report);
  }
}

function checkPut(address: Address, url: string, resource: JsonObject | undefined, at: string, report: ReportIssue): void {
  const urlAt = below(at, "request", "url");
  if (resource === undefined) {
    report(error("fhir.request.withoutResource", "required", at, { method: "PUT" }, { mark: "opening", page }));
    return;
  }
  if (address.id === undefined && !address.query) {
    report(error("fhir.request.whichOne", "value", urlAt, { method: "PUT", url: shown(url) }, { actual: url, page: "http.html#update" }));
    return;
  }
  checkType(address, url, resource, at, report);
  const id = textOf(resource, "id");
  if (address.id !== undefined && address.type === resourceTypeOf(resource) && id !== address.id) {
    if (id === undefined) {
      report(error("fhir.request.putWithoutId", "required", below(at, "resource"), { url: shown(url), id: address.id }, { mark: "opening", page: "http.html#update" }));
    } else {
      report(error("fhir.request.putOtherId", "value", urlAt, { url: shown(url), id }, { expected: `${address.type}/${id}`, actual: url, page: "http.html#update" }));
    }
  }
}

function checkType(address: Address, url: string, resource: JsonObject, at: string, report: ReportIssue): void {
  const type = resourceTypeOf(resource);
  // A POST to the server itself is a batch or a transaction within this one, which a server may refuse, but not by this rule.
  if (type !== undefined && address.type !== "" && type !== address.type) {
    report(error("fhir.request.otherType", "value", below(at, "request", "url"), { url: shown(url), type }, { expected: type, actual: url, page }));
  }
}
