import type { RegisterLanguage } from "../languages/languageFeatures";

/** What the editor knows of HL7 v2. This file is the entry of a bundle of its own, loaded with the first message. */
export const registerHl7v2: RegisterLanguage = () => ({ commands: {}, dispose: () => undefined });
