const LONGEST = 80

/** A value as it is, cut where it is long. */
export function asText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined
  const text = String(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** A value of a closed set: `in_progress` as "in progress". */
export function asWords(value: unknown): string | undefined {
  return asText(value)?.replaceAll('_', ' ')
}
