/** Units one meets most, as UCUM (https://ucum.org/ucum) writes them, with their names. */
export const commonUnits: Readonly<Record<string, string>> = {
  "%": "percent", "1": "no unit: a pure number", "/min": "per minute", "{beats}/min": "beats per minute", "{breaths}/min": "breaths per minute", "{score}": "points of a score",
  "mm[Hg]": "millimetre of mercury", "kPa": "kilopascal", "cm[H2O]": "centimetre of water", "Cel": "degree Celsius", "[degF]": "degree Fahrenheit", "K": "kelvin",
  "kg": "kilogram", "g": "gram", "mg": "milligram", "ug": "microgram", "ng": "nanogram", "pg": "picogram", "[lb_av]": "pound", "[oz_av]": "ounce",
  "m": "metre", "cm": "centimetre", "mm": "millimetre", "um": "micrometre", "[in_i]": "inch", "[ft_i]": "foot", "kg/m2": "kilogram per square metre", "m2": "square metre",
  "L": "litre", "dL": "decilitre", "mL": "millilitre", "uL": "microlitre", "fL": "femtolitre", "mL/min": "millilitre per minute", "mL/h": "millilitre per hour", "L/min": "litre per minute",
  "mL/min/{1.73_m2}": "millilitre per minute and 1.73 square metres",
  "mol/L": "mole per litre", "mmol/L": "millimole per litre", "umol/L": "micromole per litre", "nmol/L": "nanomole per litre", "pmol/L": "picomole per litre", "mmol/mol": "millimole per mole",
  "g/L": "gram per litre", "g/dL": "gram per decilitre", "mg/L": "milligram per litre", "mg/dL": "milligram per decilitre", "ug/L": "microgram per litre", "ug/dL": "microgram per decilitre",
  "ng/mL": "nanogram per millilitre", "pg/mL": "picogram per millilitre", "ug/mL": "microgram per millilitre", "mg/kg": "milligram per kilogram", "mg/kg/d": "milligram per kilogram and day",
  "U/L": "unit per litre", "[IU]/L": "international unit per litre", "[iU]": "international unit", "[IU]": "international unit", "m[IU]/L": "milli-international unit per litre",
  "u[IU]/mL": "micro-international unit per millilitre", "meq/L": "milliequivalent per litre", "mosm/kg": "milliosmole per kilogram",
  "10*9/L": "billion per litre", "10*12/L": "trillion per litre", "10*3/uL": "thousand per microlitre", "10*6/uL": "million per microlitre", "/uL": "per microlitre", "/[HPF]": "per high power field",
  "s": "second", "min": "minute", "h": "hour", "d": "day", "wk": "week", "mo": "month", "a": "year", "ms": "millisecond",
  "mV": "millivolt", "Hz": "hertz", "W": "watt", "kcal": "kilocalorie", "kJ": "kilojoule", "{tbl}": "tablet", "{capsule}": "capsule", "{puff}": "puff", "[drp]": "drop", "mg/h": "milligram per hour",
};

/** The name of a unit; `undefined` when it is not among those known here. */
export function unitName(code: string): string | undefined {
  return Object.hasOwn(commonUnits, code) ? commonUnits[code] : undefined;
}
