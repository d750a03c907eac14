import { isUnder, type Settings } from '../config/load-config'
import type { Found } from '../project/value'

/**
 * Under which of these names a value comes from the gate. What is only called so, and comes from elsewhere, is a
 * stranger: otherwise a file of one line could pass for a client.
 */
export function gateName(settings: Settings, found: Found, names: readonly string[]): string | undefined {
  const { gate } = settings.config
  const hop = found.hops.find(({ source, name, file }) => {
    const byName = gate.some((module) => source === module || source.startsWith(`${module}/`))
    return names.includes(name) && (byName || (file !== undefined && isUnder(settings, file, gate)))
  })
  return hop?.name
}
