/** Method names of databases, stores and queues, by effect. */
const changes: ReadonlySet<string> = new Set([
  'update',
  'updateMany',
  'updateManyAndReturn',
  'updateOne',
  'updateTable',
  'delete',
  'deleteMany',
  'deleteOne',
  'deleteFrom',
  'findOneAndUpdate',
  'findOneAndDelete',
  'findOneAndReplace',
  'findByIdAndUpdate',
  'findByIdAndDelete',
  'replaceOne',
  'upsert',
  'destroy',
  'remove',
  'del',
  'truncate',
  'increment',
  'decrement',
  'patch',
  'replace',
  '$executeRaw',
  '$executeRawUnsafe',
  'unsafe',
  'execute',
  'exec',
  'rpc',
  'bulkWrite',
  'deleteUser',
  'updateUser',
])

const additions: ReadonlySet<string> = new Set([
  'create',
  'createMany',
  'createManyAndReturn',
  'insert',
  'insertInto',
  'insertOne',
  'insertMany',
  'add',
  'save',
  'put',
  'lpush',
  'rpush',
  'sadd',
  'hset',
  'setex',
  'enqueue',
  'publish',
  'trigger',
  'upload',
  'invite',
  'createUser',
  'createSignedUploadUrl',
  'set',
])

const reads: ReadonlySet<string> = new Set([
  'findUnique',
  'findUniqueOrThrow',
  'findFirst',
  'findFirstOrThrow',
  'findMany',
  'find',
  'findOne',
  'findById',
  'findAll',
  'select',
  'selectDistinct',
  'selectFrom',
  'query',
  'count',
  'aggregate',
  'groupBy',
  '$queryRaw',
  '$queryRawUnsafe',
  '$count',
  'raw',
  'hget',
  'hgetall',
  'get',
  'list',
])

const single: ReadonlySet<string> = new Set([
  'findUnique',
  'findUniqueOrThrow',
  'findFirst',
  'findFirstOrThrow',
  'findOne',
  'findById',
  'get',
  'first',
  'hget',
  'single',
  'maybeSingle',
  'executeTakeFirst',
  'executeTakeFirstOrThrow',
  'lean',
  'findOneAndUpdate',
  'findOneAndDelete',
  'findByIdAndUpdate',
  'findByIdAndDelete',
  'update',
  'upsert',
  'delete',
  'create',
  'updateMany',
  'deleteMany',
])

/** Methods that take a condition. */
const conditions: ReadonlySet<string> = new Set([
  'where',
  'andWhere',
  'eq',
  'match',
  'filter',
  'having',
  'in',
  'contains',
  'innerJoin',
  'leftJoin',
  'equals',
])

export type MethodKind = 'write' | 'create' | 'read' | 'mail'

export function methodKind(name: string): MethodKind | undefined {
  if (changes.has(name)) return 'write'
  if (additions.has(name)) return 'create'
  if (name === 'sendMail' || name === 'send' || name === 'sendEmail') return 'mail'
  return reads.has(name) ? 'read' : undefined
}

export const isSingle = (name: string) => single.has(name)
export const isCondition = (name: string) => conditions.has(name)

/** Function names that suggest a write. */
const changing =
  /^(create|update|delete|remove|insert|save|send|add|upload|revoke|cancel|invite|publish|archive|transfer|charge|refund|approve|reject|set|put|upsert|store|write|destroy|drop|mark|toggle|move|rename|import|reset|enqueue|trigger|notify)(?=[A-Z_]|$)/
/** Function names that suggest authentication or authorization. */
const guarding =
  /auth|session|user|login|log_?in|signed|permission|access|role|admin|member|owner|allow|guard|protect|require|assert|ensure|verify|viewer|identity|caller|whoami|can[A-Z]/i
const limiting = /rate_?limit|throttl|quota|attempt|flood|abuse|ratelimit|too_?many|limiter|^limit/i
const loading = /^(get|find|list|load|fetch|read|query|search|select|count)(?=[A-Z_]|$)/

export const changesByName = (name: string) => changing.test(name)
export const guardsByName = (name: string) => guarding.test(name)
export const limitsByName = (name: string) => limiting.test(name)
export const loadsByName = (name: string) => loading.test(name)

/** Functions that verify a caller's credential, such as a token. */
const checking =
  /verify|validate|decrypt|unseal|open|session|user|auth|introspect|token|find|select|query|fetch|load|lookup|whoami|me$|^get/i
/** Functions that only convert a value. */
const shaping =
  /^(parse|stringify|encode|decode|from|to[A-Z]|hash|sha|digest|update|trim|slice|split|replace|atob|btoa|String|Number|log|info|warn|error|debug|base64|hex|escape|concat|join|createHash|createHmac|jwtDecode|decodeJwt|serialize|getAll|toString|startsWith|includes|match|test|set|append|createServerClient|createClient)/

export const checksByName = (name: string) => !shaping.test(name) && checking.test(name)

/** Methods that only databases have. */
const databaseMethods =
  /^(find(Unique|First|Many|ById|All|One)|(create|update|delete|insert)(Many|One)|findOneAnd|findByIdAnd|\$|(update|insert|delete|select)(Table|Into|From)$|upsert|bulkWrite|rpc$|aggregate$|groupBy$)/
const stores =
  /^(db|prisma|database|tx|trx|transaction|knex|sql|conn|connection|pool|supabase|mongo|mongoose|redis|kv|repo|repository|collection|model|drizzle|orm|dao|table|queue|mailer|resend|transporter|stripe|storage|s3|client|cache)s?$/i

export const isDatabaseMethod = (name: string) => databaseMethods.test(name)

/** Whether a name suggests a client of a database or another service. */
export function isStoreName(name: string): boolean {
  const words = name.split(/(?=[A-Z])|[_.]/)
  return words.some((word) => stores.test(word))
}
