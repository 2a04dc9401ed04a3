import type { SentenceWriter } from "../../checks/translate";
import { codeSentences } from "./codeSentences";
import { failedCheckSentences } from "./failedCheckSentences";
import { primitiveSentences } from "./primitiveSentences";
import { ruleSentences } from "./rules/ruleSentences";
import { structureSentences } from "./structureSentences";

/** Sentences for everything that FHIR validation finds. */
export const fhirSentences: Readonly<Record<string, SentenceWriter>> = { ...structureSentences, ...primitiveSentences, ...codeSentences, ...failedCheckSentences, ...ruleSentences };
