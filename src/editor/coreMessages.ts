/** How the sentences of core read in English, by their code; the translations of `l10n` are by these texts. */
export const coreMessages: Readonly<Record<string, string>> = {};
