import type { RegisterLanguage } from "../languages/languageFeatures";

/** What the editor knows of FHIR. This file is the entry of a bundle of its own, loaded with the first resource. */
export const registerFhir: RegisterLanguage = () => ({ commands: {}, dispose: () => undefined });
