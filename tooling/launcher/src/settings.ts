import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths'
import { Refusal } from './refusal'

/** What decides how the app runs. A child gets each of these from the launcher, or not at all. */
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

/** Reads the `.env` at the root, if there is one. What the environment already says wins, an empty value included. */
export function loadDotenv(path = join(root, '.env')): void {
  if (existsSync(path)) process.loadEnvFile(path)
}

/** A setting's value; an empty one means "not set". */
export function setting(name: string): string | undefined {
  return process.env[name] || undefined
}

/**
 * A port from the environment.
 * @throws Refusal when it is not a number between 1 and 65535
 */
export function portSetting(name: string, fallback: number): number {
  const given = setting(name)
  if (given === undefined) return fallback
  const port = Number(given)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new Refusal(`${name} is not a port: ${given}`)
}

type Environment = Record<string, string | undefined>

const quiet = { NEXT_TELEMETRY_DISABLED: '1', TURBO_TELEMETRY_DISABLED: '1' }

/** For a child that runs with this machine's settings. */
export function childEnvironment(more: Environment = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...quiet, ...more }
}

/**
 * For a child of a test run: none of the settings of this machine reach it, so that no test writes to a real database
 * or sends real mail. They are blank and not absent, or the child would take them from `.env`.
 */
export function cleanEnvironment(more: Environment = {}): NodeJS.ProcessEnv {
  const blank = Object.fromEntries(names.map((name) => [name, '']))
  return childEnvironment({ ...blank, NODE_ENV: undefined, ...more })
}
