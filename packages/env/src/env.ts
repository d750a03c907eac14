import { z } from 'zod'

import { EnvError } from './env-error'
import { withSecretFiles } from './secret-files'

/** Refused in production. */
export const DEVELOPMENT_SECRET = 'gatehouse-development-secret-not-for-production'

function isBareOrigin({ username, password, pathname, search, hash }: URL): boolean {
  return pathname === '/' && !`${username}${password}${search}${hash}`
}

const text = z.string().trim().min(1)

// Plain http only on loopback, because passwords and tokens are sent here.
const httpsUrl = z
  .url({ protocol: /^https$/ })
  .or(z.url({ protocol: /^http$/, hostname: /^(localhost|127\.0\.0\.1)$/ }))

/** The URL of a sign-in provider. Its tokens contain exactly the same URL. */
const providerUrl = httpsUrl.refine((url) => !/[?#]/.test(url), 'use a URL without ? and #')

// Exactly one mailbox: a comma or an angle bracket would make it a list.
const mailbox = z.email().max(254)

/** `Name <email>` or an email alone. */
const mailFrom = text.refine((from) => {
  const [, email = from] = /^[^<>]*<([^<>]+)>$/.exec(from) ?? []
  return mailbox.safeParse(email).success
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

const secret = z.string().min(32)

const TURNSTILE_VERIFY_URL = 'https://challenges.cloudflare.com/turnstile/v0/siteverify'

/** Headers a client can start and proxies append to. TRUSTED_PROXY_HOPS says which entry counts. */
const forwardingLists = new Set(['x-forwarded-for', 'forwarded'])

export const settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** The public URL of the app. Calls must come from this origin, and links in mail point to it. */
  APP_URL: z
    .union([z.httpUrl(), z.url({ protocol: /^https?$/, hostname: /^(localhost|127\.0\.0\.1)$/ })], {
      error: 'write scheme and domain, such as https://app.example.com; an IP needs a domain in front',
    })
    .transform((url) => new URL(url))
    .refine(isBareOrigin, 'use only scheme, host and port')
    // Normalized as browsers do, because cookies and calls are compared with this text.
    .transform(({ origin }) => origin),
  /** The port the app listens on. */
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  /** The host or IP that `pnpm start` listens on. */
  HOST: text.default('localhost'),
  /** The port of the local mailbox in development. */
  MAILBOX_PORT: z.coerce.number().int().min(1).max(65_535).default(3025),
  /** The port of the local sign-in provider in development. */
  PROVIDER_PORT: z.coerce.number().int().min(1).max(65_535).default(3027),
  /** The key of a build: for action IDs and captured values. Derived from BETTER_AUTH_SECRET when unset. */
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: encryptionKey.optional(),
  /** Connects as the app's role: no superuser, subject to row-level security. */
  DATABASE_URL: databaseUrl,
  /** Connects as the role that migrates. Defaults to DATABASE_URL. */
  DATABASE_MIGRATION_URL: databaseUrl.optional(),
  /** Maximum open connections per process. */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  /** The secret that signs cookies and links. At least 32 characters. */
  BETTER_AUTH_SECRET: secret,
  /** Secrets that BETTER_AUTH_SECRET replaced, separated by commas. Data that they encrypted or signed stays valid. */
  BETTER_AUTH_SECRET_PREVIOUS: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((one) => one.trim() || []))
    .pipe(z.array(secret).max(5)),
  /** smtp(s)://user:password@host:port. When unset, mail goes to MAIL_DIRECTORY. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: mailFrom.default('Gatehouse <no-reply@gatehouse.test>'),
  /** Whether super-admins need two-factor authentication to administer. By default, only in production. */
  ADMIN_TWO_FACTOR: z.enum(['required', 'optional'], 'set it to "required" or "optional"').optional(),
  /** Receives messages from the contact form. */
  CONTACT_EMAIL: mailbox,
  /** Whether the app also sends queued mail and removes what has expired. Otherwise run `pnpm worker`. */
  WORKER_IN_APP: z.enum(['on', 'off'], 'set it to "on" or "off"').default('on'),
  /** Days after which audit events are removed. When unset, they are kept. */
  AUDIT_RETENTION_DAYS: z.coerce.number().int().min(30).max(36_500).optional(),
  /** The local mailbox: one folder, one file per message. */
  MAIL_DIRECTORY: text.optional(),
  /** Where limits are counted: Upstash if both are set, else REDIS_URL if set, else the database. */
  UPSTASH_REDIS_REST_URL: httpsUrl.optional(),
  UPSTASH_REDIS_REST_TOKEN: text.optional(),
  /** redis(s)://user:password@host:port/database, for Redis or Valkey. */
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** The number of your own proxies in front of the app. Each appends its caller's IP to X-Forwarded-For. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  /** Or the lowercase name of the header that your proxy sets to the client's IP, overwriting what the client sent. */
  CLIENT_IP_HEADER: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,63}$/)
    .refine((name) => !forwardingLists.has(name), 'use TRUSTED_PROXY_HOPS for that header')
    .optional(),
  /**
   * Maximum rounds that a visitor's computer solves before sending a form, about a millisecond each. The minimum is half of
   * that. A lower setting would give bots no work, so it is refused.
   */
  CAPTCHA_WORK: z.coerce.number().int().min(50).max(10_000).default(500),
  /** Uses Cloudflare Turnstile instead when both are set. */
  TURNSTILE_SITE_KEY: text.optional(),
  TURNSTILE_SECRET_KEY: text.optional(),
  /** Where Turnstile tokens are verified. Tests set another URL. */
  TURNSTILE_VERIFY_URL: httpsUrl.default(TURNSTILE_VERIFY_URL),
  /**
   * The service that looks up new passwords by the beginning of their hash, with the API of Pwned Passwords. Off
   * when unset.
   */
  PWNED_PASSWORDS_URL: httpsUrl.optional(),
  /** Sign-in with GitHub, when both are set. */
  GITHUB_CLIENT_ID: text.optional(),
  GITHUB_CLIENT_SECRET: text.optional(),
  /** GitHub, or a GitHub Enterprise Server. */
  GITHUB_URL: providerUrl.default('https://github.com'),
  /** Sign-in with Google, when both are set. */
  GOOGLE_CLIENT_ID: text.optional(),
  GOOGLE_CLIENT_SECRET: text.optional(),
  /** Tests set another URL. */
  GOOGLE_ISSUER: providerUrl.default('https://accounts.google.com'),
  /** Sign-in with any OpenID Connect provider, when all three are set. */
  OIDC_ISSUER: providerUrl.optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  /** The provider's name on the button: "Continue with …". */
  OIDC_NAME: text.max(40, 'use 40 characters or fewer').default('single sign-on'),
  /** Whether people can sign in with a mailed link. */
  MAGIC_LINK: z.enum(['on', 'off'], 'set it to "on" or "off"').default('off'),
  /** Pages that one person, or one signed-out IP, can open per minute. Each process counts separately. */
  PAGE_READS_PER_MINUTE: z.coerce.number().int().min(30).max(1_000_000).default(300),
  /** Sends traces and metrics to this OpenTelemetry collector, as JSON over HTTP. Off when unset. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  /** Shows the lab in production too. Development always shows it. */
  LAB: z.literal('on', 'set it to "on" or leave it empty').optional(),
  /** The local port of the control group, which the lab attacks alongside the app. */
  UNGUARDED_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  /** Keeps `pnpm dev` from starting the control group when the lab first attacks it. */
  UNGUARDED_START: z.literal('off', 'set it to "off" or leave it empty').optional(),
})

/** Every setting. `.env.example` lists them too, and a test run hides all of them from its children. */
export const settingNames: readonly string[] = Object.keys(settings.shape)

/** Settings that only work together. */
const groups = [
  ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
] as const

const schema = settings.superRefine((env, context) => {
  const fault = (name: keyof typeof env, message: string) =>
    context.addIssue({ code: 'custom', path: [name], message })
  const { UPSTASH_REDIS_REST_URL: url, UPSTASH_REDIS_REST_TOKEN: token } = env
  if (url && !token) fault('UPSTASH_REDIS_REST_TOKEN', 'the URL is set without it')
  if (token && !url) fault('UPSTASH_REDIS_REST_URL', 'the token is set without it')
  const { TURNSTILE_SITE_KEY: siteKey, TURNSTILE_SECRET_KEY: secretKey } = env
  if (siteKey && !secretKey) fault('TURNSTILE_SECRET_KEY', 'the site key is set without it')
  if (secretKey && !siteKey) fault('TURNSTILE_SITE_KEY', 'the secret key is set without it')
  for (const names of groups) {
    const given = names.find((name) => env[name])
    const missing = names.find((name) => !env[name])
    if (given && missing) fault(missing, `${given} is set without it`)
  }
  if (env.BETTER_AUTH_SECRET_PREVIOUS.includes(env.BETTER_AUTH_SECRET)) {
    fault('BETTER_AUTH_SECRET_PREVIOUS', 'it contains the current secret')
  }
  if (env.CLIENT_IP_HEADER && env.TRUSTED_PROXY_HOPS > 0) {
    fault('CLIENT_IP_HEADER', 'set either this or TRUSTED_PROXY_HOPS, not both')
  }
})

/** Environment variables: `process.env`, or a test's own. */
export type Settings = Readonly<Record<string, string | undefined>>

export type Env = z.infer<typeof schema>

/** Defaults for a developer's machine only. Production must set each of these. */
function developmentDefaults(source: Settings): Settings {
  const port = source.PORT || '3000'
  return {
    APP_URL: `http://localhost:${port}`,
    BETTER_AUTH_SECRET: DEVELOPMENT_SECRET,
    CONTACT_EMAIL: 'contact@gatehouse.test',
    UNGUARDED_PORT: '3999',
    MAGIC_LINK: 'on',
  }
}

/**
 * Reads and checks the settings.
 * @throws EnvError naming the first setting that is missing, malformed, or safe only in development
 */
export function parseEnv(source: Settings): Env {
  // An empty value in a .env file means "not set".
  const given = Object.fromEntries(
    Object.entries(withSecretFiles(source, settingNames)).filter(([, value]) => value),
  )
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
      'BETTER_AUTH_SECRET is the development default. Set a random value of at least 32 characters.',
    )
  }
  if (env.BETTER_AUTH_SECRET_PREVIOUS.includes(DEVELOPMENT_SECRET)) {
    throw new EnvError('BETTER_AUTH_SECRET_PREVIOUS contains the development default, which everyone knows.')
  }
  if (!env.SMTP_URL && !env.MAIL_DIRECTORY) {
    throw new EnvError('SMTP_URL is not set. Mail would be lost.')
  }
  if (!env.TURNSTILE_VERIFY_URL.startsWith('https:')) {
    throw new EnvError('TURNSTILE_VERIFY_URL must be https, or anyone on the network could approve tokens.')
  }
  const { protocol, hostname } = new URL(env.APP_URL)
  if (protocol === 'http:' && hostname !== 'localhost' && hostname !== '127.0.0.1') {
    throw new EnvError('APP_URL must be https, or cookies would be sent unencrypted.')
  }
}

let parsed: Env | undefined

/** Returns the process's settings, checked once. Never call it while a module loads, because a build has no settings. */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}
