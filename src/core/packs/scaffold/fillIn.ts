/** What scaffolds write where the author has to; `verify` finds it until she has. */
export const fillIn = "FILL IN:";
