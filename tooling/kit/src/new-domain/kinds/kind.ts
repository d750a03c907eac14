/** The source text of a field type in each file of a domain. */
export interface Kind {
  /** The drizzle-orm/pg-core function of the column. */
  columnImport: string
  column: string
  /** The database check on every value: its name, appended to the column's, and its condition. */
  check: { name: string; condition: string } | undefined
  /** The type of a value. */
  type: string
  /** A comment for the property, if the type alone isn't clear. */
  unit?: string
  /** Constants in `values.ts`, and properties of the bounds there. */
  constants?: string
  bounds?: string
  /** The schema of the form value, with its imports from `values.ts` and elsewhere. */
  schema: string
  schemaValues?: readonly string[]
  schemaImports?: readonly string[]
  /** The field of the form. */
  control: string
  controlValues?: readonly string[]
  controlImports?: readonly string[]
  /** Shows a value in JSX, with its imports. */
  shown: (value: string) => string
  shownImports?: readonly string[]
  /** Formats a value for the activity page. */
  activity: string
  activityImport: string
  /** A demo value, from `index` and `organization`. */
  demo: string
  demoValues?: readonly string[]
  /** A field of the attack matrix, after its path. */
  attack: string
  /** The same value as a form sends it, as it is stored, and as a query takes it. */
  sent: string
  stored: string
  value: string
  /** Values that the database refuses. */
  refused: readonly string[]
  /** Enters `sent` into a flow's form, and checks it there. */
  fill: (form: string, sent: string) => string
  filled: (form: string, sent: string) => string
}
