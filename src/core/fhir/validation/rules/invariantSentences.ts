import type { SentenceWriter } from "../../../checks/translate";

/** What an invariant asks for, said to a learner. Others are told as the specification says them. */
const writers: Readonly<Record<string, SentenceWriter>> = {
  "age-1": (args, t) => t("{name} is an age: its value must be more than 0, with a UCUM code such as \"a\" for years.", args),
  "ait-1": (args, t) => t("{name} needs a clinicalStatus, unless it was entered in error.", args),
  "ait-2": (args, t) => t("{name} was entered in error, so clinicalStatus must not be there.", args),
  "app-1": (args, t) => t("{name} says neither who takes part (actor) nor in which role (type); at least one of them is needed.", args),
  "app-2": (args, t) => t("{name} has only one of start and end; both are needed, or neither.", args),
  "app-3": (args, t) => t("{name} needs start and end; only a proposed, cancelled or wait-listed appointment can be without.", args),
  "app-4": (args, t) => t("{name} has a cancelationReason, which only a cancelled appointment or a no-show can have.", args),
  "att-1": (args, t) => t("{name} brings data, so contentType must say what kind of data it is.", args),
  "bdl-5": (args, t) => t("{name} is empty: it needs a resource, a request or a response.", args),
  "cmp-1": (args, t) => t("{name} is an empty section: it needs text, entries or sections of its own.", args),
  "cmp-2": (args, t) => t("{name} has entries, so emptyReason must not be there.", args),
  "cnt-3": (args, t) => t("{name} is a count: a whole number, with the code \"1\" if it has one.", args),
  "con-1": (args, t) => t("{name} needs a summary or an assessment.", args),
  "con-2": (args, t) => t("{name} needs a code or a detail.", args),
  "con-3": (args, t) => t("{name} should have a clinicalStatus: it is on the problem list.", args),
  "con-4": (args, t) => t("{name} has an abatement, so clinicalStatus must be inactive, remission or resolved.", args),
  "con-5": (args, t) => t("{name} was entered in error, so clinicalStatus must not be there.", args),
  "cpl-3": (args, t) => t("{name} has both detail and reference; only one of them can describe the activity.", args),
  "cpt-2": (args, t) => t("{name} has a value but no system: \"phone\", \"email\" or another kind must say what the value is.", args),
  "dis-1": (args, t) => t("{name} is a distance: its value needs a UCUM code, such as \"m\" or \"km\".", args),
  "dom-2": (args, t) => t("{name} holds a contained resource that contains resources itself; contained resources cannot be nested.", args),
  "dom-4": (args, t) => t("A contained resource of {name} has meta.versionId or meta.lastUpdated; it has no life of its own, so neither belongs there.", args),
  "dom-5": (args, t) => t("A contained resource of {name} has security labels (meta.security); only the resource around it can have them.", args),
  "drt-1": (args, t) => t("{name} is a duration: a code needs a value and the UCUM system, http://unitsofmeasure.org.", args),
  "exp-1": (args, t) => t("{name} needs an expression or a reference to one.", args),
  "fhs-1": (args, t) => t("{name} has both age and born; only one of them can be there.", args),
  "fhs-2": (args, t) => t("{name} says that the age is estimated but gives no age.", args),
  "gol-1": (args, t) => t("{name} has a detail, so measure must say what is measured.", args),
  "imm-1": (args, t) => t("{name} needs a documentType or a reference.", args),
  "lst-1": (args, t) => t("{name} has entries, so emptyReason must not be there.", args),
  "lst-2": (args, t) => t("{name} has an entry marked as deleted; only a list with mode \"changes\" can have that.", args),
  "lst-3": (args, t) => t("{name} has an entry with a date; only a list with mode \"working\" can have that.", args),
  "mad-1": (args, t) => t("{name} needs a dose or a rate.", args),
  "obs-3": (args, t) => t("{name} is an empty reference range: it needs low, high or text.", args),
  "obs-6": (args, t) => t("{name} has both a value and a dataAbsentReason; a reason belongs there only when the value is missing.", args),
  "obs-7": (args, t) => t("{name} has a component with the observation's own code, so the observation itself must not have a value.", args),
  "org-1": (args, t) => t("{name} needs a name or an identifier.", args),
  "org-2": (args, t) => t("{name} is a home address, which an organization cannot have.", args),
  "org-3": (args, t) => t("{name} is a home number, which an organization cannot have.", args),
  "pat-1": (args, t) => t("{name} says nothing about the contact: a name, telecom, address or organization is needed.", args),
  "ppc-1": (args, t) => t("{name} needs a policy or a policyRule.", args),
  "prr-1": (args, t) => t("{name} has orderDetail, so code must say what is ordered.", args),
  "qrs-1": (args, t) => t("{name} has both answer and item; items below a question go into its answer.", args),
  "qty-3": (args, t) => t("{name} has a unit's code but no system, so nobody knows what the code means; http://unitsofmeasure.org stands for UCUM.", args),
  "que-1": (args, t) => t("{name} must fit its type: a group has items, a display item has none.", args),
  "que-3": (args, t) => t("{name} is a display item, which cannot have a code.", args),
  "que-4": (args, t) => t("{name} has both answerOption and answerValueSet; only one of them can list the answers.", args),
  "que-5": (args, t) => t("{name} lists answers, which a question of its type cannot have.", args),
  "que-6": (args, t) => t("{name} is a display item, which can be neither required nor repeated.", args),
  "que-7": (args, t) => t("{name} asks whether an answer exists, so answerBoolean belongs there.", args),
  "que-8": (args, t) => t("{name} has an initial value, which groups and display items cannot have.", args),
  "que-9": (args, t) => t("{name} is a display item, which cannot be readOnly.", args),
  "que-10": (args, t) => t("{name} has a maxLength, which only simple questions can have.", args),
  "que-11": (args, t) => t("{name} has answerOption, so the initial choice is marked there (initialSelected), not in initial.", args),
  "que-12": (args, t) => t("{name} has more than one enableWhen, so enableBehavior must say whether all or any of them count.", args),
  "que-13": (args, t) => t("{name} has several initial values but does not repeat.", args),
  "ras-1": (args, t) => t("{name} is a range of probability: low and high need the UCUM code \"%\".", args),
  "ras-2": (args, t) => t("{name} has a probability above 100.", args),
  "rat-1": (args, t) => t("{name} is a ratio: it needs numerator and denominator, both or neither.", args),
  "sqty-1": (args, t) => t("{name} must not have a comparator: a plain quantity belongs here.", args),
  "tim-1": (args, t) => t("{name} has a duration, so durationUnit must say in which unit.", args),
  "tim-2": (args, t) => t("{name} has a period, so periodUnit must say in which unit.", args),
  "tim-4": (args, t) => t("{name} has a duration below 0.", args),
  "tim-5": (args, t) => t("{name} has a period below 0.", args),
  "tim-6": (args, t) => t("{name} has periodMax but no period.", args),
  "tim-7": (args, t) => t("{name} has durationMax but no duration.", args),
  "tim-8": (args, t) => t("{name} has countMax but no count.", args),
  "tim-9": (args, t) => t("{name} has an offset, which needs a when, and one that is not a meal itself (C, CM, CD, CV).", args),
  "tim-10": (args, t) => t("{name} has both timeOfDay and when; only one of them can be there.", args),
  "vsd-1": (args, t) => t("{name} says neither from which system nor from which value set the codes come.", args),
  "vsd-2": (args, t) => t("{name} has concepts or filters, so system must say where the codes come from.", args),
  "vsd-3": (args, t) => t("{name} has both concept and filter; only one of them can choose the codes.", args),
};

/** The sentence for an invariant that does not hold: ours by `key`, otherwise the specification's own in `human`. */
export const invariantSentence: SentenceWriter = (args, t) => {
  const key = String(args["key"]);
  const writer = Object.hasOwn(writers, key) ? writers[key] : undefined;
  const human = String(args["human"] ?? "");
  return writer?.(args, t) ?? t("{name} breaks the rule {key}: {human}", { ...args, human: /[.!?]$/.test(human) ? human : `${human}.` });
};

/** Keys of the invariants that have a sentence of ours. */
export function toldInvariants(): readonly string[] {
  return Object.keys(writers);
}
