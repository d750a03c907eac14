/** What a field of one type is in each file of its domain. Everything is source text. */
export interface Kind {
  /** The function of drizzle-orm/pg-core that makes the column. */
  columnImport: string
  column: string
  /** What the database demands of every value: the check's name after the column's, and its condition. */
  check: { name: string; condition: string } | undefined
  /** The type of a value. */
  type: string
  /** Said above the property of that type, where the type alone isn't clear. */
  unit?: string
  /** Constants in `values.ts`, and properties of the bounds there. */
  constants?: string
  bounds?: string
  /** The schema of what a form sends, with its imports from `values.ts` and elsewhere. */
  schema: string
  schemaValues?: readonly string[]
  schemaImports?: readonly string[]
  /** The field of the form. */
  control: string
  controlValues?: readonly string[]
  controlImports?: readonly string[]
  /** A value in JSX, and what it needs. */
  shown: (value: string) => string
  shownImports?: readonly string[]
  /** How the activity page puts a value into words. */
  activity: string
  activityImport: string
  /** A demo value, from `index` and `organization`. */
  demo: string
  demoValues?: readonly string[]
  /** A field of the attack matrix, after its path. */
  attack: string
  /** What a form sends, what is stored then, and what a query takes for the same. */
  sent: string
  stored: string
  value: string
  /** Values that the database refuses. */
  refused: readonly string[]
  /** Enters `sent` into the form of a flow, and finds it there. */
  fill: (form: string, sent: string) => string
  filled: (form: string, sent: string) => string
}
