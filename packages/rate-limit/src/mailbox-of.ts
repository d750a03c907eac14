/**
 * Returns one form of an email for every way to write the same mailbox: without a tag after a plus sign, and without dots
 * before the @, because many mail servers ignore both. Only for counting: two forms may belong to two people.
 */
export function mailboxOf(email: string): string
export function mailboxOf(email: string | undefined): string | undefined
export function mailboxOf(email: string | undefined): string | undefined {
  if (email === undefined) return undefined
  const at = email.lastIndexOf('@')
  const local = email.slice(0, at < 0 ? undefined : at)
  const domain = at < 0 ? '' : email.slice(at)
  return `${local.replace(/\+.*$/s, '').replaceAll('.', '')}${domain}`
}
