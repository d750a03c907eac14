import * as z from 'zod'

/** `counted` if bound by a list in the source, `unread` if it could not be determined. */
const boundSchema = z.union([z.number(), z.literal(['counted', 'unread'])])

const fieldSchema = z.strictObject({
  /** `patch.status`, `taskIds[]`. */
  path: z.string(),
  kind: z.string(),
  format: z.string().optional(),
  min: boundSchema.optional(),
  max: boundSchema.optional(),
  optional: z.literal(true).optional(),
  nullable: z.literal(true).optional(),
  values: z.array(z.string()).optional(),
})

const placeSchema = z.strictObject({
  /** Relative to the root, with `/`. */
  file: z.string(),
  /** Starts at 1. */
  line: z.number(),
})

const findingSchema = placeSchema.extend({
  column: z.number(),
  /** A lint rule or an audit check. */
  rule: z.string(),
  message: z.string(),
  /** The affected endpoint. */
  exportName: z.string().optional(),
  /** `error`: unguarded writes. `warning`: other vulnerabilities. `note`: unknown. */
  level: z.enum(['error', 'warning', 'note']).optional(),
  /** The reason if it is waived. */
  waiver: z.string().optional(),
})

const verdictSchema = z.strictObject({
  /** Proven by source, declared by the configuration, missing, or unknown because of opaque code. */
  status: z.enum(['proven', 'declared', 'none', 'unknown']),
  /** The location and name of what proves it. */
  at: placeSchema.optional(),
  by: z.string().optional(),
  /** Why it isn't proven. */
  reason: z.string().optional(),
  /** The source contradicts the configuration. */
  refuted: z.literal(true).optional(),
  /** False if there is nothing to protect, such as validation without input. */
  needed: z.boolean(),
})

const guardsSchema = z.strictObject({
  /** Whether it writes, as far as the source shows. */
  changes: z.boolean(),
  /** Whether it reads from a database, as far as the source shows. */
  reads: z.boolean(),
  authentication: verdictSchema,
  authorization: verdictSchema,
  validation: verdictSchema,
  limits: verdictSchema,
})

const limitSchema = z.strictObject({ policy: z.string(), of: z.enum(['client', 'action']) })

const endpointSchema = placeSchema.extend({
  /** The action ID in the build, if there is one. */
  id: z.string().nullable(),
  /** A name or `default`. `*` if unknown, empty for an inline action. */
  exportName: z.string(),
  /** Its name in logs and audit events. */
  name: z.string().nullable(),
  /** How it is defined. `unread` if it could not be analyzed. */
  form: z.enum(['chain', 'wrapper', 'function', 'inline', 'unread']),
  client: z.string().nullable(),
  /** What the client checks about the caller. */
  access: z.enum(['public', 'user', 'organization', 'admin']).nullable(),
  role: z.string().nullable(),
  permissions: z.record(z.string(), z.array(z.string())),
  /** The name of the ownership check in the chain. */
  resource: z.string().nullable(),
  limits: z.array(limitSchema),
  captcha: z.boolean(),
  freshSession: z.boolean(),
  /** Null without a schema. */
  input: z.array(fieldSchema).nullable(),
  /** An output schema, selected fields, or raw rows. */
  output: z.enum(['schema', 'picked', 'raw', 'unread']),
  /** Checks that a plain function seems to call. Listed, but not counted as guards. */
  checksInBody: z.array(z.string()),
  /** The guards that run before any effect, by column. */
  guards: guardsSchema,
  usedIn: z.array(z.string()),
  /** Whether the attack matrix has a row for it. Null without a matrix. */
  attacked: z.boolean().nullable(),
  findings: z.array(findingSchema),
})

const entryPointSchema = placeSchema.extend({
  kind: z.enum(['route', 'page', 'layout', 'proxy', 'api']),
  /** The method of a route handler, or `default` for a page. */
  exportName: z.string(),
  /** Its URL, derived from the folders. */
  path: z.string(),
  /** The matcher of a proxy. A proxy doesn't guard actions. */
  matcher: z.array(z.string()).nullable(),
  guards: guardsSchema,
})

const checklistSchema = z.strictObject({
  /** One line of the checklist for Server Actions. */
  question: z.string(),
  /** `unknown` if relevant code could not be analyzed. */
  answer: z.enum(['yes', 'no', 'unknown']),
  /** Its rules and checks. */
  rules: z.array(z.string()),
  open: z.number(),
  waived: z.number(),
})

/** The output of `action-audit --json`: every endpoint with its guards, and all findings. */
export const inventorySchema = z.strictObject({
  version: z.literal(1),
  apps: z.array(
    z.strictObject({
      folder: z.string(),
      /** Whether the source was compared with Next's build manifest. */
      build: z.enum(['compared', 'absent', 'ignored', 'unreadable']),
    }),
  ),
  files: z.number(),
  /** Skipped files by reason. */
  skipped: z.array(z.strictObject({ reason: z.string(), files: z.number() })),
  /** Conditions that can make the result incomplete, such as a missing setting. */
  warnings: z.array(z.string()),
  endpoints: z.array(endpointSchema),
  /** Entry points with a URL: route handlers, the proxy, and pages and layouts that read data. */
  entryPoints: z.array(entryPointSchema),
  /** All findings, including those of endpoints. */
  findings: z.array(findingSchema),
  /** Files that could not be parsed. */
  unreadable: z.array(placeSchema.extend({ reason: z.string() })),
  checklist: z.array(checklistSchema),
  summary: z.strictObject({ endpoints: z.number(), open: z.number(), waived: z.number() }),
})

export type Inventory = z.infer<typeof inventorySchema>
export type InventoryEndpoint = Inventory['endpoints'][number]
export type EntryPoint = Inventory['entryPoints'][number]
export type InventoryGuards = InventoryEndpoint['guards']
export type InventoryFinding = Inventory['findings'][number]
export type ChecklistLine = Inventory['checklist'][number]
