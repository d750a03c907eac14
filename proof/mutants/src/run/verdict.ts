/** What came of one protection that was taken out. */
export interface Verdict {
  /** Where it stands: file, line and column. */
  id: string
  /** What was taken out, for people. */
  label: string
  /** What noticed; nothing when it survived. */
  killedBy?: string
}
