import { settingNames } from '@kit/env'
import { withSecretFiles } from '@kit/env/secret-files'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths'
import { firstLine, Refusal } from './refusal'

/**
 * Reads the `.env` at the root, if there is one, and the settings that are in files. The environment wins, even with an
 * empty value.
 * @throws Refusal when such a file can't be read
 */
export function loadDotenv(path = join(root, '.env')): void {
  if (existsSync(path)) process.loadEnvFile(path)
  try {
    Object.assign(process.env, withSecretFiles(process.env, settingNames))
  } catch (error) {
    throw new Refusal(firstLine(error))
  }
}

/** Returns a setting's value. An empty value counts as not set. */
export function setting(name: string): string | undefined {
  return process.env[name] || undefined
}

/**
 * Returns a port from the environment.
 * @throws Refusal when it is not a number between 1 and 65535
 */
export function portSetting(name: string, fallback: number): number {
  const given = setting(name)
  if (given === undefined) return fallback
  const port = Number(given)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  throw new Refusal(`${name} must be a port between 1 and 65535, not ${given}.`)
}
