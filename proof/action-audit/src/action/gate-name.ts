import { isUnder, type Settings } from '../config/load-config'
import type { Found } from '../project/value'

/**
 * Returns the configured name of a value that comes from the gate. A same-named value from elsewhere doesn't count, or
 * any file could pass as a client.
 */
export function gateName(settings: Settings, found: Found, names: readonly string[]): string | undefined {
  const { gate } = settings.config
  const hop = found.hops.find(({ source, name, file }) => {
    const byName = gate.some((module) => source === module || source.startsWith(`${module}/`))
    return names.includes(name) && (byName || (file !== undefined && isUnder(settings, file, gate)))
  })
  return hop?.name
}
