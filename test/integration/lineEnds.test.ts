import { describeLineEnds } from "./support/lineEndCases";

describeLineEnds("line ends of .hl7 files");
