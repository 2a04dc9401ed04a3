import { codedDataTypes } from "./dataTypes/coded";
import { identityDataTypes } from "./dataTypes/identity";
import { otherDataTypes } from "./dataTypes/other";
import type { ComponentDefinition, DataTypeDefinition, Dictionary, FieldDefinition, MessageStructure, SegmentDefinition, TableDefinition } from "./definitions";
import { structuresOfEvent } from "./messageEvents";
import { readLine, WrittenDefinitions } from "./readLines";
import type { ReadLine, WrittenDefinition } from "./readLines";
import { billingSegments } from "./segments/billing";
import { careSegments } from "./segments/care";
import { clinicalSegments } from "./segments/clinical";
import { controlSegments } from "./segments/control";
import { documentSegments } from "./segments/document";
import { guarantorSegments } from "./segments/guarantor";
import { insuranceSegments } from "./segments/insurance";
import { masterFileSegments } from "./segments/masterFile";
import { observationSegments } from "./segments/observation";
import { orderSegments } from "./segments/order";
import { participationSegments } from "./segments/participation";
import { patientSegments } from "./segments/patient";
import { pharmacySegments } from "./segments/pharmacy";
import { pharmacyOrderSegments } from "./segments/pharmacyOrder";
import { querySegments } from "./segments/query";
import { referralSegments } from "./segments/referral";
import { schedulingSegments } from "./segments/scheduling";
import { specimenSegments } from "./segments/specimen";
import { staffSegments } from "./segments/staff";
import { visitSegments } from "./segments/visit";
import { readStructure } from "./structureText";
import { admissionStructures } from "./structures/admission";
import { careStructures } from "./structures/care";
import { observationStructures } from "./structures/observation";
import { orderStructures } from "./structures/order";
import { otherStructures } from "./structures/other";
import { pharmacyStructures } from "./structures/pharmacy";
import { queryStructures } from "./structures/query";
import { tableOf } from "./tables";
import { nearestVersion, versionOrder } from "./versions";
import type { DictionaryVersion } from "./versions";

const segmentTexts = [
  controlSegments, patientSegments, visitSegments, observationSegments, orderSegments, specimenSegments, clinicalSegments, insuranceSegments, guarantorSegments, billingSegments,
  pharmacyOrderSegments, pharmacySegments, schedulingSegments, documentSegments, participationSegments, querySegments, masterFileSegments, staffSegments, careSegments,
  referralSegments,
];
const dataTypeTexts = [codedDataTypes, identityDataTypes, otherDataTypes];
const structureTexts = [admissionStructures, observationStructures, orderStructures, pharmacyStructures, queryStructures, otherStructures, careStructures];

const written = { segments: new WrittenDefinitions(segmentTexts), dataTypes: new WrittenDefinitions(dataTypeTexts), structures: new WrittenDefinitions(structureTexts) };

const dictionaries = new Map<DictionaryVersion, Dictionary>();

/**
 * What is known of a version of HL7 v2. The same object at every call, and so are the definitions it gives: they may be used as keys.
 *
 * @param version MSH-12.1 as written; one that is not told apart gives the nearest older version, none or an unknown one gives 2.5.1. `Dictionary.version` says which was taken.
 */
export function dictionaryFor(version: string | undefined): Dictionary {
  const taken = nearestVersion(version);
  const known = dictionaries.get(taken) ?? new VersionDictionary(taken);
  dictionaries.set(taken, known);
  return known;
}

class VersionDictionary implements Dictionary {
  private readonly known = {
    segments: new Map<string, SegmentDefinition | undefined>(),
    dataTypes: new Map<string, DataTypeDefinition | undefined>(),
    structures: new Map<string, MessageStructure | undefined>(),
  };
  private everySegment: readonly SegmentDefinition[] | undefined;
  private everyMessage: readonly MessageStructure[] | undefined;

  constructor(readonly version: DictionaryVersion) {}

  segment(id: string): SegmentDefinition | undefined {
    return remembered(this.known.segments, id, () => {
      const definition = written.segments.get(id);
      const fields = definition?.lines.flatMap((line, index) => fieldOf(readLine(line, this.version), index + 1)) ?? [];
      return definition === undefined || fields.length === 0 ? undefined : { id, name: definition.name, fields, ...openEnd(definition) };
    });
  }

  segments(): readonly SegmentDefinition[] {
    this.everySegment ??= [...written.segments.ids()].sort().flatMap((id) => this.segment(id) ?? []);
    return this.everySegment;
  }

  dataType(id: string): DataTypeDefinition | undefined {
    return remembered(this.known.dataTypes, id, () => {
      const definition = written.dataTypes.get(id);
      const components = definition?.lines.flatMap((line, index) => componentOf(readLine(line, this.version), index + 1)) ?? [];
      const isThere = definition !== undefined && (components.length > 0 || definition.lines.length === 0);
      return isThere ? { id, name: definition.name, components, ...openEnd(definition) } : undefined;
    });
  }

  message(type: string, trigger: string, structure?: string): MessageStructure | undefined {
    const named = structure === undefined ? undefined : this.structure(structure);
    if (named !== undefined) {
      return named;
    }
    for (const id of structuresOfEvent(type, trigger)) {
      const found = this.structure(id);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  }

  messages(): readonly MessageStructure[] {
    this.everyMessage ??= [...written.structures.ids()].sort().flatMap((id) => this.structure(id) ?? []);
    return this.everyMessage;
  }

  table(id: string): TableDefinition | undefined {
    return tableOf(id);
  }

  private structure(id: string): MessageStructure | undefined {
    return remembered(this.known.structures, id, () => {
      const definition = written.structures.get(id);
      const [name = "", versions = ""] = definition?.name.split(" | ") ?? [];
      return definition === undefined || !covers(versions, this.version) ? undefined : { id, name, parts: readStructure(definition.lines.join(" "), this.version) };
    });
  }
}

function openEnd({ openEnded }: WrittenDefinition): { readonly openEnded?: true } {
  return openEnded ? { openEnded } : {};
}

/** Also remembers that there is nothing. */
function remembered<Value>(known: Map<string, Value | undefined>, id: string, make: () => Value | undefined): Value | undefined {
  if (!known.has(id)) {
    known.set(id, make());
  }
  return known.get(id);
}

function fieldOf(line: ReadLine | undefined, number: number): readonly FieldDefinition[] {
  if (line === undefined) {
    return [];
  }
  const { name, type, usage, max, table, length } = line;
  return [{ number, name, type, usage, max, ...(table === undefined ? {} : { table }), ...(length === undefined ? {} : { length }) }];
}

function componentOf(line: ReadLine | undefined, number: number): readonly ComponentDefinition[] {
  if (line === undefined) {
    return [];
  }
  const { name, type, usage, table } = line;
  return [{ number, name, type, usage, ...(table === undefined ? {} : { table }) }];
}

/** `2.3` from that version on, `2.3-2.6` between. */
function covers(versions: string, version: DictionaryVersion): boolean {
  const [from = "", to] = versions.split("-");
  return versionOrder(from as DictionaryVersion) <= versionOrder(version) && (to === undefined || versionOrder(version) <= versionOrder(to as DictionaryVersion));
}
