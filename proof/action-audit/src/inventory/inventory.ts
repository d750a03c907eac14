import { z } from 'zod'

/** `counted` is as many as a list of the app's own has; `unread`, what the source does not say. */
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
  /** From the root, with `/`. */
  file: z.string(),
  /** Counted from 1. */
  line: z.number(),
})

const findingSchema = placeSchema.extend({
  column: z.number(),
  /** The name of a lint rule, or of a check that only the audit can make. */
  rule: z.string(),
  message: z.string(),
  /** The endpoint that it is about. */
  exportName: z.string().optional(),
  /** How bad it is: a hole that changes something, a hole, or something that nobody can tell. */
  level: z.enum(['error', 'warning', 'note']).optional(),
  /** Why somebody lets it be; without, it is open. */
  waiver: z.string().optional(),
})

const verdictSchema = z.strictObject({
  /** Read in the source, said by the configuration, not there, or hidden in what could not be read. */
  status: z.enum(['proven', 'declared', 'none', 'unknown']),
  /** What proves it: the place, and what stands there. */
  at: placeSchema.optional(),
  by: z.string().optional(),
  /** Why it is not proven. */
  reason: z.string().optional(),
  /** The configuration says that it is there, and the source that it is not. */
  refuted: z.literal(true).optional(),
  /** False when there is nothing that it would protect, as with an action that takes no input. */
  needed: z.boolean(),
})

const guardsSchema = z.strictObject({
  /** It changes something, as far as the source says. */
  changes: z.boolean(),
  /** It reads from a database, as far as the source says. */
  reads: z.boolean(),
  authentication: verdictSchema,
  authorization: verdictSchema,
  validation: verdictSchema,
  limits: verdictSchema,
})

const limitSchema = z.strictObject({ policy: z.string(), of: z.enum(['client', 'action']) })

const endpointSchema = placeSchema.extend({
  /** Under which it is called, when there is a build that says so. */
  id: z.string().nullable(),
  /** `default`, or a name; `*` when it cannot be told; empty for an inline action. */
  exportName: z.string(),
  /** Its name in log and audit. */
  name: z.string().nullable(),
  /** How it is made; `unread` when the source does not say. */
  form: z.enum(['chain', 'wrapper', 'function', 'inline', 'unread']),
  client: z.string().nullable(),
  /** What the client has proved of the caller. */
  access: z.enum(['public', 'user', 'organization', 'admin']).nullable(),
  role: z.string().nullable(),
  permissions: z.record(z.string(), z.array(z.string())),
  /** The rule of ownership, as the chain calls it. */
  resource: z.string().nullable(),
  limits: z.array(limitSchema),
  captcha: z.boolean(),
  freshSession: z.boolean(),
  /** Null without a schema. */
  input: z.array(fieldSchema).nullable(),
  /** An output schema, fields picked by the handler, or what came along. */
  output: z.enum(['schema', 'picked', 'raw', 'unread']),
  /** Functions that a bare function asks for itself. They are told and not counted as protection. */
  checksInBody: z.array(z.string()),
  /** What its code makes sure of before it does anything, column by column. */
  guards: guardsSchema,
  usedIn: z.array(z.string()),
  /** Whether the attack matrix has a row for it; null when there is no matrix. */
  attacked: z.boolean().nullable(),
  findings: z.array(findingSchema),
})

const entryPointSchema = placeSchema.extend({
  kind: z.enum(['route', 'page', 'layout', 'proxy', 'api']),
  /** The method of a route handler; `default` for a page. */
  exportName: z.string(),
  /** The URL that it answers, as the folders say it. */
  path: z.string(),
  /** Of a proxy: what it runs for. It runs for pages, and guards no action. */
  matcher: z.array(z.string()).nullable(),
  guards: guardsSchema,
})

const checklistSchema = z.strictObject({
  /** A line of the checklist that every Server Action should pass. */
  question: z.string(),
  /** `unknown` when something could not be read that may hold the answer. */
  answer: z.enum(['yes', 'no', 'unknown']),
  /** The rules and checks that answer it. */
  rules: z.array(z.string()),
  open: z.number(),
  waived: z.number(),
})

/** What `action-audit --json` writes: every endpoint of a code base, what guards it, and what is wrong. */
export const inventorySchema = z.strictObject({
  version: z.literal(1),
  apps: z.array(
    z.strictObject({
      folder: z.string(),
      /** Whether Next's own list was held against the source. */
      build: z.enum(['compared', 'absent', 'ignored', 'unreadable']),
    }),
  ),
  files: z.number(),
  /** Files that were passed over, and why: none is without anybody being told. */
  skipped: z.array(z.strictObject({ reason: z.string(), files: z.number() })),
  /** What may make the rest less than true, as a setting that is missing. */
  warnings: z.array(z.string()),
  endpoints: z.array(endpointSchema),
  /** What can be reached by URL: route handlers, the proxy, pages and layouts that read data. */
  entryPoints: z.array(entryPointSchema),
  /** All of them, those of endpoints included. */
  findings: z.array(findingSchema),
  /** Files that could not be read: nothing is known about what they hold. */
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
