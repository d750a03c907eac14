/** Files that a program writes once the changes are made. */
export interface Generated {
  /** What it creates or edits, for the list of changes and to undo it. */
  paths: readonly string[]
  generate: (root: string) => Promise<void>
}
