/**
 * Returns a LIKE pattern that finds the text anywhere, literally.
 * Drops NUL, which Postgres text can't contain.
 */
export function containing(text: string): string {
  return `%${text.replaceAll('\0', '').replace(/[\\%_]/g, String.raw`\$&`)}%`
}
