/** The app's settings. A child of a test run gets them from the launcher or not at all. */
const names = [
  'APP_URL',
  'BETTER_AUTH_SECRET',
  'CAPTCHA_WORK',
  'CONTACT_EMAIL',
  'DATABASE_MIGRATION_URL',
  'DATABASE_POOL_SIZE',
  'DATABASE_URL',
  'HOST',
  'LAB',
  'MAILBOX_PORT',
  'MAIL_DIRECTORY',
  'MAIL_FROM',
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
  'PORT',
  'SMTP_URL',
  'TURNSTILE_SECRET_KEY',
  'TURNSTILE_SITE_KEY',
  'TURNSTILE_VERIFY_URL',
  'UNGUARDED_PORT',
]

type Environment = Record<string, string | undefined>

const quiet = { NEXT_TELEMETRY_DISABLED: '1', TURBO_TELEMETRY_DISABLED: '1' }

/** The environment for a child that uses this machine's settings. */
export function childEnvironment(more: Environment = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...quiet, ...more }
}

/**
 * The environment for a child of a test run: without this machine's settings, so that no test writes to a real database
 * or sends real mail. They are blank rather than absent, or the child would read them from `.env`.
 */
export function cleanEnvironment(more: Environment = {}): NodeJS.ProcessEnv {
  const blank = Object.fromEntries(names.map((name) => [name, '']))
  return childEnvironment({ ...blank, NODE_ENV: undefined, ...more })
}
