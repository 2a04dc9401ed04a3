/** The name of the file that pins a folder's packs. */
export const lockFileName = "katas.lock.json";
