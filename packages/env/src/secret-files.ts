import { readFileSync } from 'node:fs'
import { EnvError } from './env-error'

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Returns the settings with the contents of files in place of `<NAME>_FILE`, as Docker and Kubernetes pass secrets.
 * @throws EnvError when a file can't be read, or when a setting has both a value and a file
 */
export function withSecretFiles<Given extends Environment>(given: Given, names: readonly string[]): Given {
  const read: Record<string, string | undefined> = {}
  for (const name of names) {
    const variable = `${name}_FILE`
    const file = given[variable]
    if (!file) continue
    if (given[name]) throw new EnvError(`${name} and ${variable} are both set. Keep one.`)
    read[name] = contentsOf(file, variable)
    // The value is known now, and a child process must not see both.
    read[variable] = ''
  }
  return { ...given, ...read }
}

function contentsOf(file: string, variable: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new EnvError(`${variable}: can't read ${file}.`)
  }
}
