import { settingNames } from '@kit/env'

type Environment = Record<string, string | undefined>

/** A build needs one. Fixed, so tests' builds share action IDs. */
const testKey = Buffer.alloc(32, 'gatehouse').toString('base64')

const quiet = { NEXT_TELEMETRY_DISABLED: '1', TURBO_TELEMETRY_DISABLED: '1' }

/** The environment for a child that uses this machine's settings. */
export function childEnvironment(more: Environment = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...quiet, ...more }
}

/**
 * The environment for a child of a test run: without this machine's settings, so no test writes to a real database
 * or sends real mail. They are blank rather than absent, or the child would read them from `.env`.
 */
export function cleanEnvironment(more: Environment = {}): NodeJS.ProcessEnv {
  const blank = Object.fromEntries(
    settingNames.flatMap((name) => [name, `${name}_FILE`]).map((name) => [name, '']),
  )
  return childEnvironment({
    ...blank,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: testKey,
    NODE_ENV: undefined,
    ...more,
  })
}
