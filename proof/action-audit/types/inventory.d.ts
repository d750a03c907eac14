export type Status = 'proven' | 'declared' | 'none' | 'unknown'

/** The result for one column of one endpoint. */
export interface Verdict {
  status: Status
  /** What proves it: its location, counted from 1, and its text. */
  at?: { file: string; line: number }
  by?: string
  reason?: string
  /** The source contradicts the configuration. */
  refuted?: true
  needed: boolean
}

export interface Guards {
  changes: boolean
  reads: boolean
  authentication: Verdict
  authorization: Verdict
  validation: Verdict
  limits: Verdict
}

export interface Finding {
  file: string
  line: number
  column: number
  rule: string
  message: string
  exportName?: string
  level?: 'error' | 'warning' | 'note'
  waiver?: string
}

export interface Endpoint {
  file: string
  line: number
  id: string | null
  exportName: string
  name: string | null
  form: 'chain' | 'wrapper' | 'function' | 'inline' | 'unread'
  client: string | null
  guards: Guards
  usedIn: string[]
  findings: Finding[]
}

export interface EntryPoint {
  file: string
  line: number
  kind: 'route' | 'page' | 'layout' | 'proxy' | 'api'
  exportName: string
  path: string
  matcher: string[] | null
  guards: Guards
}

/** What `action-audit --json` writes. */
export interface Inventory {
  version: 1
  files: number
  endpoints: Endpoint[]
  entryPoints: EntryPoint[]
  findings: Finding[]
  warnings: string[]
  summary: { endpoints: number; open: number; waived: number }
}

/** @throws if the value isn't an inventory */
export declare const inventorySchema: { parse(value: unknown): Inventory }
