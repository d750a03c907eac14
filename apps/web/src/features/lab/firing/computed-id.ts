import { createHash } from 'node:crypto'

/** Marks an action whose arguments Next can't tell from its source. That includes every action built from a client. */
const ANY_ARGUMENTS = '7f'

/**
 * The ID that Next derives for an action built from a client.
 * @param key the build's encryption key, as the manifest has it
 * @param file as the manifest has it
 */
export function computedId(key: string, file: string, exportName: string): string {
  return ANY_ARGUMENTS + createHash('sha1').update(`${key}${file}:${exportName}`).digest('hex')
}
