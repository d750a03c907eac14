let objects = 0
let lasting = 0

/** The number of changes to objects so far. A key of an object is valid until the next one. */
export const objectChanges = () => objects

/** The number of changes to objects that may be older than the function that makes them. */
export const lastingChanges = () => lasting

/** Counts a change to an object. One that is being constructed has no other users. */
export function countChange({ isNew }: { isNew: boolean }): void {
  objects += 1
  if (!isNew) lasting += 1
}
