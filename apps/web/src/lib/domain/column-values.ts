const LONGEST = 80

/** A primitive value as text, shortened if long. */
export function asText(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined
  const text = String(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}

/** An enum value in words: `in_progress` as "in progress". */
export function asWords(value: unknown): string | undefined {
  return asText(value)?.replaceAll('_', ' ')
}
