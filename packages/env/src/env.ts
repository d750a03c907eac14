import { z } from 'zod'

const DEVELOPMENT_SECRET = 'gatehouse-development-secret-not-for-production'

function isBareOrigin({ username, password, pathname, search, hash }: URL): boolean {
  return pathname === '/' && !`${username}${password}${search}${hash}`
}

const text = z.string().trim().min(1)

// In clear only on the own machine: passwords and tokens travel here.
const httpsUrl = z
  .url({ protocol: /^https$/ })
  .or(z.url({ protocol: /^http$/, hostname: /^(localhost|127\.0\.0\.1)$/ }))

// One mailbox and no more: a comma or an angle bracket would make a list of it.
const mailAddress = z.email().max(254)

/** `Name <email>` or an email alone. */
const mailFrom = text.refine((from) => {
  const [, email = from] = /^[^<>]*<([^<>]+)>$/.exec(from) ?? []
  return mailAddress.safeParse(email).success
}, 'write an email, or a name and an email: Gatehouse <no-reply@example.com>')

/** Next uses it with AES, in base64. */
const encryptionKey = text.refine(
  (key) => /^[A-Za-z0-9+/]+={0,2}$/.test(key) && [16, 24, 32].includes(Buffer.from(key, 'base64').length),
  'it has to be 32 random bytes in base64: openssl rand -base64 32',
)

/** A password with a `/` or a `#` in it ends the host too early, and one with a `%` cannot be decoded. */
function isUnescaped(url: string): boolean {
  try {
    const { username, password, pathname, search, hash } = new URL(url)
    decodeURIComponent(username + password)
    return `${pathname}${search}${hash}`.includes('@')
  } catch {
    return true
  }
}

const databaseUrl = text
  .refine((url) => /^postgres(ql)?:\/\//.test(url), 'it has to begin with postgresql://')
  .refine((url) => !isUnescaped(url), {
    error:
      'write it as postgresql://user:password@host:5432/database, with / # ? and % in the password as %2F %23 %3F %25',
  })

const TURNSTILE_VERIFY_URL = 'https://challenges.cloudflare.com/turnstile/v0/siteverify'

/** Lists that a caller may begin and proxies only add to; TRUSTED_PROXY_HOPS says whose entry counts. */
const forwardingLists = new Set(['x-forwarded-for', 'forwarded'])

export const settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** Where people reach the app; the origin that calls must come from and that links in mail point to. */
  APP_URL: z
    .union([z.httpUrl(), z.url({ protocol: /^https?$/, hostname: /^(localhost|127\.0\.0\.1)$/ })], {
      error: 'write scheme and domain, such as https://app.example.com; an IP needs a domain in front',
    })
    .transform((url) => new URL(url))
    .refine(isBareOrigin, 'only scheme, host and port belong in it')
    // As browsers write it, whatever the spelling: cookies and calls are judged by this text.
    .transform(({ origin }) => origin),
  /** Where the app listens, which Next is told as well. */
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** The address of this machine that `pnpm start` listens on. */
  HOST: text.default('localhost'),
  /** Where the local mailbox listens in development. */
  MAILBOX_PORT: z.coerce.number().int().min(1).max(65_535).default(3025),
  /** What Next encrypts captured values with; the same for every build and process that serve together. */
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: encryptionKey.optional(),
  /** The app's own role: no superuser, bound by row-level security. */
  DATABASE_URL: databaseUrl,
  /** The role that migrates. The app's role does it when this is not set. */
  DATABASE_MIGRATION_URL: databaseUrl.optional(),
  /** Open connections per process, at most. */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  /** Signs cookies and links; at least 32 characters. */
  BETTER_AUTH_SECRET: z.string().min(32),
  /** smtp(s)://user:password@host:port; mail goes to MAIL_DIRECTORY when it is not set. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: mailFrom.default('Gatehouse <no-reply@gatehouse.test>'),
  /** Who gets what visitors write in the contact form. */
  CONTACT_EMAIL: mailAddress,
  /** The local mailbox: one folder, one file per message. */
  MAIL_DIRECTORY: text.optional(),
  /** Where limits are counted: Upstash when both are set, else REDIS_URL when it is, else the database. */
  UPSTASH_REDIS_REST_URL: httpsUrl.optional(),
  UPSTASH_REDIS_REST_TOKEN: text.optional(),
  /** redis(s)://user:password@host:port/database, of Redis or Valkey. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** How many proxies of ours stand in front, each of which adds the address it was called from to X-Forwarded-For. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  /** Or the header in which a proxy of ours gives the client's address, whatever the client sent. Lower case. */
  CLIENT_IP_HEADER: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,63}$/)
    .refine((name) => !forwardingLists.has(name), 'use TRUSTED_PROXY_HOPS for that header')
    .optional(),
  /**
   * What a visitor's machine computes before a form is sent: so many rounds at most, half as many at least, of about a
   * millisecond each. Less than the floor would be no work for a robot.
   */
  CAPTCHA_WORK: z.coerce.number().int().min(50).max(10_000).default(500),
  /** Cloudflare Turnstile in its place, when both are set. */
  TURNSTILE_SITE_KEY: text.optional(),
  TURNSTILE_SECRET_KEY: text.optional(),
  /** Where its tokens are judged; another one is for tests. */
  TURNSTILE_VERIFY_URL: httpsUrl.default(TURNSTILE_VERIFY_URL),
  /** Pages that one person, or one signed-out IP, can open a minute; each process counts for itself. */
  PAGE_READS_PER_MINUTE: z.coerce.number().int().min(30).max(1_000_000).default(300),
  /** Shows how the app is guarded, in production too. Development does without it. */
  LAB: z.literal('on', 'only "on" turns it on').optional(),
  /** Where on this machine the control group listens, which the lab attacks beside the app when it runs. */
  UNGUARDED_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
})

/** Every setting there is. `.env.example` lists the same, and a test run hides all of them from its children. */
export const settingNames: readonly string[] = Object.keys(settings.shape)

const schema = settings.superRefine((env, context) => {
  const fault = (name: keyof typeof env, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message })
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env
  if (url && !token) fault('UPSTASH_REDIS_REST_TOKEN', 'the URL is set without it')
  if (token && !url) fault('UPSTASH_REDIS_REST_URL', 'the token is set without it')
  const { TURNSTILE_SITE_KEY: siteKey, TURNSTILE_SECRET_KEY: secretKey } = env
  if (siteKey && !secretKey) fault('TURNSTILE_SECRET_KEY', 'the site key is set without it')
  if (secretKey && !siteKey) fault('TURNSTILE_SITE_KEY', 'the secret key is set without it')
  if (env.CLIENT_IP_HEADER && env.TRUSTED_PROXY_HOPS > 0) {
    fault('CLIENT_IP_HEADER', 'TRUSTED_PROXY_HOPS is set as well, and only one can be believed')
  }
})

/** What a process was started with: `process.env`, or a test's own. */
export type Settings = Readonly<Record<string, string | undefined>>

export type Env = z.infer<typeof schema>

/** A setting that is missing or unfit. `message` is one line that names it and says what to do. */
export class EnvError extends Error {
  override name = 'EnvError'
}

/** Fit for a developer's machine and nothing else; production has to say each of these itself. */
function developmentDefaults(source: Settings): Settings {
  const port = source.PORT || '3000'
  return {
    APP_URL: `http://localhost:${port}`,
    BETTER_AUTH_SECRET: DEVELOPMENT_SECRET,
    CONTACT_EMAIL: 'contact@gatehouse.test',
    UNGUARDED_PORT: '3999',
  }
}

/**
 * Reads and checks the settings.
 * @throws EnvError naming the first setting that is missing, malformed, or fit only for development.
 */
export function parseEnv(source: Settings): Env {
  // An empty value in a .env file means "not set".
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value))
  const production = given.NODE_ENV === 'production'
  const result = schema.safeParse(production ? given : { ...developmentDefaults(given), ...given })
  if (!result.success) {
    const issue = result.error.issues[0]
    const name = String(issue?.path[0])
    throw new EnvError(name in given ? `${name} is not valid: ${issue?.message}.` : `${name} is not set.`)
  }
  if (production) refuseDevelopmentSettings(result.data)
  return result.data
}

function refuseDevelopmentSettings(env: Env): void {
  if (env.BETTER_AUTH_SECRET === DEVELOPMENT_SECRET) {
    throw new EnvError(
      'BETTER_AUTH_SECRET is the development default; set a random one of 32 characters or more.',
    )
  }
  if (!env.SMTP_URL && !env.MAIL_DIRECTORY) {
    throw new EnvError('SMTP_URL is not set; mail would be lost.')
  }
  if (!env.TURNSTILE_VERIFY_URL.startsWith('https:')) {
    throw new EnvError('TURNSTILE_VERIFY_URL has to be https, or anybody on the way could say yes.')
  }
  const { protocol, hostname } = new URL(env.APP_URL)
  if (protocol === 'http:' && hostname !== 'localhost' && hostname !== '127.0.0.1') {
    throw new EnvError('APP_URL has to be https, or cookies would travel in clear.')
  }
}

let parsed: Env | undefined

/** The process's settings, checked once. Call it where a setting is used, never while a module loads: a build has none. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}
