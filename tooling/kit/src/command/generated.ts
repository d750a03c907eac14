/** Files that a program writes after the changes. */
export interface Generated {
  /** The paths it creates or edits, to list and to undo them. */
  paths: readonly string[]
  generate: (root: string) => Promise<void>
}
