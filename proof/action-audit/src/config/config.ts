import { z } from 'zod'

const names = z.array(z.string().min(1).max(200)).max(500)

/** What a client has proved of its caller before the action runs. */
const accessSchema = z.enum(['public', 'user', 'organization', 'admin'])

/** What a middleware of the chain sees to. */
const dutySchema = z.enum(['role', 'permission', 'resource', 'limit', 'captcha', 'freshSession'])

const clientSchema = z.strictObject({
  access: accessSchema,
  /** The limit policy that every action of this client has; the client's own definition has to name it. */
  limit: z.string().max(200).optional(),
  /** The file that declares it, when it is a file of actions and no module of the gate. */
  file: z.string().min(1).max(500).optional(),
})

/** An argument of a call, counted from 0. */
const position = z.number().int().min(0).max(20)

const wrapperSchema = z
  .strictObject({
    /** Which argument is the handler, and which are the options. */
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
    /** What holds behind it. */
    proves: z.array(columnSchema).min(1).max(4),
    /** It throws or redirects when that does not hold; or it returns something that has to be asked for. */
    how: z.enum(['throws', 'returns']).default('throws'),
    /** The import that it comes from; from anywhere, without. */
    from: z.string().max(300).optional(),
    /** It takes the handler as this argument, and gives the action. */
    handler: position.optional(),
    /** Which argument says what is asked for. A call in which it is missing, or is what was sent, authorizes nobody. */
    arguments: z
      .strictObject({ role: position, permission: position, resource: position })
      .partial()
      .optional(),
  })
  .refine(
    ({ proves, arguments: named }) => !named || proves.includes('authorization'),
    'names "arguments", which only "authorization" has: add it to "proves"',
  )

/** The names of a code base. All of it has a default; paths are folders or files, from the folder of the file. */
export const configSchema = z.strictObject({
  /**
   * `recommended` looks for holes; `strict` also holds the code to a house style: clients, metadata, bounds and limits
   * for every action, and replies of picked fields.
   */
  rules: z.enum(['recommended', 'strict']).default('recommended'),
  /** Next apps. Without a list, every folder with a `next.config` is one. */
  apps: names.optional(),
  /** The modules that clients and middleware come from; one of the same name from elsewhere is a stranger. */
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
    withWriteRule: 'resource',
    withRateLimit: 'limit',
    withCaptcha: 'captcha',
    withFreshSession: 'freshSession',
  }),
  /**
   * Functions that make an action out of a handler and options, as `enhanceAction(handler, { schema, auth })`, with the
   * policies that all of their actions are limited by.
   */
  wrappers: z.record(z.string(), wrapperSchema).default({ enhanceAction: { handler: 0, options: 1 } }),
  /** Functions that guard, and cannot be read or are not understood. */
  guards: z.record(z.string(), guardSchema).default({}),
  /** Methods at the end of a chain, which take the handler. */
  terminals: names.default(['action', 'stateAction']),
  /** Functions and methods that run a function inside a database transaction. */
  transactions: names.default(['transaction', '$transaction', 'begin', 'savepoint', 'withTenant']),
  /** Functions that make a safe path of any text. */
  redirectGuards: names.default(['redirectPath']),
  /** Better Auth, by the names that it is used under. */
  authObjects: names.default(['auth', 'betterAuth']),
  /** Where its functions may be called as a trusted caller, without `headers`. */
  trustedAuthCallers: names.default([]),
  /** What speaks to a database. */
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
  /** Where it may be imported. Without a list, nobody has said that there is such a layer. */
  dataLayer: names.optional(),
  /** Roles, which nobody may hand to an action with `.bind()`. */
  roles: names.default(['owner', 'admin', 'super-admin', 'editor', 'viewer', 'member', 'user']),
  /** The folder of the attack matrix: `namedRows('src/…/actions.ts', { someAction: … })` for every file of actions. */
  matrix: z.string().max(500).optional(),
  /** Folders that are read. Without a list, everything below the folder of the file. */
  sources: names.optional(),
  /** Folders and files that are not read. */
  ignore: names.default([]),
  /** The URL of a folder that has a page for each rule: reports link to `<folder>/<rule>.md`. */
  rulePages: z.url({ protocol: /^https?$/ }).optional(),
  /** More characters or items than this is no bound: Next takes 1 MiB in one call. */
  longest: z.number().int().positive().max(1e9).default(1_048_576),
})

export type Config = z.infer<typeof configSchema>
export type Access = z.infer<typeof accessSchema>
export type Duty = z.infer<typeof dutySchema>
export type GuardRule = z.infer<typeof guardSchema>
