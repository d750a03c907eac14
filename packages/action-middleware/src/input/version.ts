/** The form fields that hold a version, and the entry of a field whose conflict the user has decided. */
export const VERSION_FIELD = 'version'
export const DECISION_FIELD = 'decision'

/** Sent for a field instead of a digest: keep the stored value. */
const THEIRS = ''

/**
 * Says which values a user saw when they started to edit, as one short digest each: `title.1b9k2,status.7fq`. The values
 * must be plain JSON. Two versions are equal wherever their values are.
 */
export function versionOf(values: object): string {
  return joined(Object.entries(values).map(([name, value]) => [name, digestOf(value)]))
}

/** The digests by field name. If a field has two entries, the later one wins. */
export function readVersion(...versions: readonly (string | undefined)[]): Map<string, string> {
  const entries = versions.flatMap((version) => (version ? version.split(',') : []))
  return new Map(
    entries.map((entry): [string, string] => {
      const [name = '', digest = ''] = entry.split('.')
      return [name, digest]
    }),
  )
}

/** Merges several versions into one. If a field has two entries, the later one wins. */
export function mergeVersions(...versions: readonly (string | undefined)[]): string {
  return joined([...readVersion(...versions)])
}

/** The two ways to decide a conflict, as entries to send: save mine over what is stored now, or keep what is stored. */
export function decisionsOn(name: string, version: string): { mine: string; theirs: string } {
  return {
    mine: joined([[name, readVersion(version).get(name) ?? THEIRS]]),
    theirs: joined([[name, THEIRS]]),
  }
}

interface Edit {
  /** What is stored now. */
  current: object
  /** What the caller sends: all of the fields, or some. */
  wanted: object
  /** What they saw. */
  seen: ReadonlyMap<string, string>
}

/**
 * Compares an edit with what is stored. A field that the caller left as they saw it is not a change. A field that they
 * changed is a conflict if its stored value is no longer what they saw, or if they don't say what they saw.
 */
export function compareEdit({ current, wanted, seen }: Edit): { changed: string[]; conflicts: string[] } {
  const stored = new Map<string, unknown>(Object.entries(current))
  const changed = Object.entries(wanted).flatMap(([name, value]) => {
    const digest = digestOf(value)
    const known = seen.get(name)
    const isChange = known !== THEIRS && known !== digest && digest !== digestOf(stored.get(name))
    return isChange ? [name] : []
  })
  return { changed, conflicts: changed.filter((name) => seen.get(name) !== digestOf(stored.get(name))) }
}

function joined(entries: readonly (readonly [string, string])[]): string {
  return entries.map(([name, digest]) => `${name}.${digest}`).join(',')
}

/**
 * 53 bits. Not cryptographic, because nothing secret depends on it and the browser needs it at once; two
 * values of a field collide by chance once in 10¹⁵.
 */
function digestOf(value: unknown): string {
  const text = JSON.stringify(value ?? null)
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  const mixed = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  const other = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & other) + (mixed >>> 0)).toString(36)
}
