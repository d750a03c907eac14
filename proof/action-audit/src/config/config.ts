import * as z from 'zod'

const names = z.array(z.string().min(1).max(200)).max(500)

/** What a client checks about its caller before the action runs. */
const accessSchema = z.enum(['public', 'user', 'organization', 'admin'])

/** The duty of a middleware. */
const dutySchema = z.enum(['role', 'permission', 'resource', 'limit', 'captcha', 'freshSession'])

const clientSchema = z.strictObject({
  access: accessSchema,
  /** The rate limit policy of every action of this client, which the client's definition must name. */
  limit: z.string().max(200).optional(),
  /** The file that declares it, if that is a file of actions instead of a gate module. */
  file: z.string().min(1).max(500).optional(),
})

/** The position of an argument, starting at 0. */
const position = z.number().int().min(0).max(20)

const wrapperSchema = z
  .strictObject({
    /** The positions of the handler and the options. */
    handler: position.default(0),
    options: position.default(1),
    limits: z.partialRecord(accessSchema, z.string().max(200)).optional(),
  })
  .refine(
    ({ handler, options }) => handler !== options,
    'takes its handler and its options as the same argument',
  )

const columnSchema = z.enum(['authentication', 'authorization', 'validation', 'limits'])

const guardSchema = z
  .strictObject({
    /** What it proves. */
    proves: z.array(columnSchema).min(1).max(4),
    /** It throws or redirects on refusal, or returns a result that the caller must check. */
    how: z.enum(['throws', 'returns']).default('throws'),
    /** The module it is imported from. Any module by default. */
    from: z.string().max(300).optional(),
    /** The position of the handler, if the function is a wrapper that returns the action. */
    handler: position.optional(),
    /** The argument with the required role or permission. A call without it, or with caller input, doesn't authorize. */
    arguments: z
      .strictObject({ role: position, permission: position, resource: position })
      .partial()
      .optional(),
  })
  .refine(
    ({ proves, arguments: named }) => !named || proves.includes('authorization'),
    'names "arguments", which only "authorization" has: add it to "proves"',
  )

/** The configuration. Every setting has a default. Paths are relative to the folder of the file. */
export const configSchema = z.strictObject({
  /**
   * `recommended` finds vulnerabilities. `strict` also enforces a house style: clients, metadata, bounds and limits for
   * every action, and replies with selected fields.
   */
  rules: z.enum(['recommended', 'strict']).default('recommended'),
  /** Folders of Next apps. Defaults to every folder with a `next.config`. */
  apps: names.optional(),
  /** The modules that export clients and middleware. Same-named exports of other modules don't count. */
  gate: names.default(['@kit/action-middleware']),
  clients: z.record(z.string(), clientSchema).default({
    publicActionClient: { access: 'public' },
    authenticatedActionClient: { access: 'user' },
    organizationActionClient: { access: 'organization' },
    adminActionClient: { access: 'admin' },
  }),
  middleware: z.record(z.string(), dutySchema).default({
    withMinRole: 'role',
    withFeaturePermission: 'permission',
    withResource: 'resource',
    withOwn: 'resource',
    withWriteRule: 'resource',
    withRateLimit: 'limit',
    withCaptcha: 'captcha',
    withFreshSession: 'freshSession',
  }),
  /**
   * Functions that make an action from a handler and options, such as `enhanceAction(handler, { schema, auth })`, with the
   * rate limit policies of all their actions.
   */
  wrappers: z.record(z.string(), wrapperSchema).default({ enhanceAction: { handler: 0, options: 1 } }),
  /** Guards that can't be analyzed or recognized. */
  guards: z.record(z.string(), guardSchema).default({}),
  /** Methods that end a chain and take the handler. */
  terminals: names.default(['action', 'stateAction']),
  /** Functions and methods that run a function inside a database transaction. */
  transactions: names.default(['transaction', '$transaction', 'begin', 'savepoint', 'withTenant']),
  /** Functions that reduce any text to a safe path. */
  redirectGuards: names.default(['redirectPath']),
  /** The names under which Better Auth is used. */
  authObjects: names.default(['auth', 'betterAuth']),
  /** Where its functions may be called without `headers`, as a trusted caller. */
  trustedAuthCallers: names.default([]),
  /** Modules that access a database. */
  databaseModules: names.default([
    'drizzle-orm',
    'postgres',
    'pg',
    'mysql2',
    'better-sqlite3',
    'kysely',
    'knex',
    'mongodb',
    'mongoose',
    '@prisma/client',
    '@neondatabase/serverless',
    '@vercel/postgres',
  ]),
  /** Where they may be imported. Without a list, the rule is off. */
  dataLayer: names.optional(),
  /** Roles, which must not be bound to an action with `.bind()`. */
  roles: names.default(['owner', 'admin', 'super-admin', 'editor', 'viewer', 'member', 'user']),
  /** The folder of the attack matrix: `namedRows('src/…/actions.ts', { someAction: … })` for every file of actions. */
  matrix: z.string().max(500).optional(),
  /** Folders to audit. Defaults to everything below the configuration's folder. */
  sources: names.optional(),
  /** Excluded folders and files. */
  ignore: names.default([]),
  /** The URL of a folder that has a page for each rule: reports link to `<folder>/<rule>.md`. */
  rulePages: z.url({ protocol: /^https?$/ }).optional(),
  /** A larger maximum doesn't count as a bound. Next accepts 1 MiB per call. */
  longest: z.number().int().positive().max(1e9).default(1_048_576),
})

export type Config = z.infer<typeof configSchema>
export type Access = z.infer<typeof accessSchema>
export type Duty = z.infer<typeof dutySchema>
export type GuardRule = z.infer<typeof guardSchema>
