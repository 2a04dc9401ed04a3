import { redirectStandardStreams } from "./outputCapture";

/** Where everything goes that is printed by way of `console`, `process.stdout` and `process.stderr`. */
export interface PrintSink {
  print(text: string): void;
}

/**
 * Loading this module puts the sink in the place of the standard streams. It has to be loaded before the modules that look at
 * `process.stderr` when they are loaded themselves, or Node opens the real ones.
 */
export const printSink: PrintSink = { print: () => undefined };

redirectStandardStreams((text) => printSink.print(text));
