const LENGTH = 60

/**
 * A user-chosen name that is safe in an email to a stranger: one short line. Undefined if it contains anything an email
 * client would link, such as "Sign in at evil.example".
 */
export function nameInMail(name: string): string | undefined {
  const line = name.normalize('NFKC').replace(/\s+/gu, ' ').replace(/\p{C}/gu, '').trim()
  // Some clients link a dot between two letters or digits, and the IDNA variants of a dot.
  const leads = /[@/\\]|:\/|[\p{L}\p{N}][.\u3002\uff0e\uff61][\p{L}\p{N}]/u.test(line)
  if (line === '' || leads) return undefined
  const characters = [...line]
  return characters.length > LENGTH ? `${characters.slice(0, LENGTH - 1).join('')}…` : line
}
