/**
 * A LIKE pattern that finds the text anywhere, each character standing for itself.
 * NUL is dropped: Postgres has no text that holds one, and would answer with an error.
 */
export function containing(text: string): string {
  return `%${text.replaceAll('\0', '').replace(/[\\%_]/g, String.raw`\$&`)}%`
}
