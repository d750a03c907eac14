/** The time zones that people can choose: the ones this version of Node knows, and UTC. */
export const timeZones: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC'),
]

const known = new Set(timeZones)

export const isTimeZone = (name: string): boolean => known.has(name)
