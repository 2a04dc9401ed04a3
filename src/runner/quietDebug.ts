/** Stands in for the package `debug` in the bundle: mocha's own trace is not for learners, and the real one loads Node's sockets and terminals. */
function quietDebug(): () => void {
  return () => undefined;
}

// The package is a function itself, imported as the default export.
// eslint-disable-next-line no-restricted-syntax -- see above
export default quietDebug;
