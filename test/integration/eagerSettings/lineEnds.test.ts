import { describeLineEnds } from "../support/lineEndCases";

describeLineEnds("line ends of .hl7 files while the user's settings save by themselves, format, trim and add");
