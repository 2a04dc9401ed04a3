/** How units are written in wards and laboratories, and what UCUM calls them: by the text in small letters without spaces. */
const common: Readonly<Record<string, string>> = {
  "mmhg": "mm[Hg]", "mm hg": "mm[Hg]", "cmh2o": "cm[H2O]", "cm h2o": "cm[H2O]",
  "bpm": "/min", "beats/min": "{beats}/min", "beats/minute": "{beats}/min", "breaths/min": "{breaths}/min", "breaths/minute": "{breaths}/min", "rpm": "/min", "per minute": "/min", "1/min": "/min",
  "mcg": "ug", "µg": "ug", "μg": "ug", "mcg/ml": "ug/mL", "mcg/l": "ug/L", "mcg/dl": "ug/dL", "mcg/kg": "ug/kg", "mcg/h": "ug/h", "mcg/min": "ug/min", "µmol/l": "umol/L", "μmol/l": "umol/L", "µl": "uL", "μl": "uL",
  "x10^9/l": "10*9/L", "10e9/l": "10*9/L", "x10e9/l": "10*9/L", "g/l x10^9": "10*9/L", "giga/l": "10*9/L",
  "x10^12/l": "10*12/L", "10e12/l": "10*12/L", "x10e12/l": "10*12/L",
  "x10^3/ul": "10*3/uL", "10e3/ul": "10*3/uL", "k/ul": "10*3/uL", "thou/ul": "10*3/uL", "x10^6/ul": "10*6/uL", "m/ul": "10*6/uL",
  "c": "Cel", "°c": "Cel", "degc": "Cel", "celsius": "Cel", "degree celsius": "Cel", "degrees celsius": "Cel", "f": "[degF]", "°f": "[degF]", "degf": "[degF]", "fahrenheit": "[degF]",
  "lb": "[lb_av]", "lbs": "[lb_av]", "pound": "[lb_av]", "pounds": "[lb_av]", "oz": "[oz_av]", "ounce": "[oz_av]", "in": "[in_i]", "inch": "[in_i]", "inches": "[in_i]", "ft": "[ft_i]", "feet": "[ft_i]",
  "iu": "[IU]", "iu/l": "[IU]/L", "iu/ml": "[IU]/mL", "miu/l": "m[IU]/L", "miu/ml": "m[IU]/mL", "uiu/ml": "u[IU]/mL", "µiu/ml": "u[IU]/mL", "u/l": "U/L", "units": "[IU]", "unit": "U", "meq": "meq", "meq/l": "meq/L",
  "cc": "mL", "ml": "mL", "dl": "dL", "l": "L", "liter": "L", "litre": "L", "liters": "L", "litres": "L", "gm": "g", "gram": "g", "grams": "g", "gms": "g", "gm/dl": "g/dL", "kilogram": "kg", "kilograms": "kg", "kgs": "kg", "milligram": "mg", "milligrams": "mg", "milliliter": "mL", "milliliters": "mL", "millilitre": "mL",
  "mg/dl": "mg/dL", "g/dl": "g/dL", "mmol/l": "mmol/L", "mol/l": "mol/L", "umol/l": "umol/L", "nmol/l": "nmol/L", "pmol/l": "pmol/L", "ng/ml": "ng/mL", "ng/dl": "ng/dL", "pg/ml": "pg/mL", "ug/l": "ug/L", "mg/l": "mg/L", "g/l": "g/L", "fl": "fL", "l/min": "L/min", "ml/min": "mL/min", "ml/h": "mL/h", "ml/hr": "mL/h", "mg/hr": "mg/h",
  "kg/m^2": "kg/m2", "kg/m²": "kg/m2", "m²": "m2", "m^2": "m2", "ml/min/1.73m2": "mL/min/{1.73_m2}", "ml/min/1.73m^2": "mL/min/{1.73_m2}", "ml/min/1.73 m2": "mL/min/{1.73_m2}",
  "sec": "s", "secs": "s", "second": "s", "seconds": "s", "minute": "min", "minutes": "min", "mins": "min", "hr": "h", "hrs": "h", "hour": "h", "hours": "h", "day": "d", "days": "d", "week": "wk", "weeks": "wk", "month": "mo", "months": "mo", "year": "a", "years": "a", "yr": "a", "yrs": "a", "y": "a", "msec": "ms",
  "percent": "%", "pct": "%", "ph": "[pH]", "tablet": "{tbl}", "tablets": "{tbl}", "tab": "{tbl}", "tabs": "{tbl}", "capsule": "{capsule}", "capsules": "{capsule}", "puff": "{puff}", "puffs": "{puff}", "drop": "[drp]", "drops": "[drp]", "score": "{score}", "mm/hr": "mm/h", "mosm/kg": "mosm/kg", "ppm": "[ppm]", "pack/day": "{pack}/d",
};

/** The UCUM code that a unit as people write it stands for; `undefined` where that is not known. */
export function meantUnit(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  return Object.hasOwn(common, plain) ? common[plain] : Object.hasOwn(common, plain.replace(/\s+/g, "")) ? common[plain.replace(/\s+/g, "")] : undefined;
}

const names = new Set([
  ..."tablet tablets tab tabs capsule capsules cap caps puff puffs drop drops dose doses patch patches unit units each ea spray sprays vial ampule application applicatorful".split(" "),
  ..."second seconds minute minutes hour hours day days week weeks month months year years".split(" "),
]);

/** Whether a text is the name of something that is counted or of a span of time, which people write where UCUM has a code or none at all. */
export function isUnitName(text: string): boolean {
  return names.has(text.toLowerCase());
}

/** Every code that is suggested, for the test that each of them is UCUM. */
export function suggestedUnits(): readonly string[] {
  return [...new Set(Object.values(common))];
}
