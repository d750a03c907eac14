import { z } from 'zod'

const DEVELOPMENT_SECRET = 'gatehouse-development-secret-not-for-production'

const text = z.string().trim().min(1)

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** Where people reach the app; the origin that calls must come from and that links in mail point to. */
  APP_URL: z.httpUrl().or(z.url({ protocol: /^https?$/, hostname: /^(localhost|127\.0\.0\.1)$/ })),
  /** The app's own role: no superuser, bound by row-level security. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** The role that migrates. The app's role does it when this is not set. */
  DATABASE_MIGRATION_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Open connections per process, at most. */
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  /** Signs cookies and links; at least 32 characters. */
  BETTER_AUTH_SECRET: z.string().min(32),
  /** smtp(s)://user:password@host:port; mail goes to MAIL_DIRECTORY when it is not set. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: text.default('Gatehouse <no-reply@gatehouse.test>'),
  /** The local mailbox: one folder, one file per message. */
  MAIL_DIRECTORY: text.optional(),
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
  return { APP_URL: `http://localhost:${port}`, BETTER_AUTH_SECRET: DEVELOPMENT_SECRET }
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
