const LENGTH = 60

/**
 * A name as it may stand in a mail to somebody who did not choose it: one short line of printable characters. Undefined
 * when it holds an address, or anything that a mail client would turn into a link: people choose their names themselves,
 * and "Your account expires, sign in at evil.example" is one.
 */
export function nameInMail(name: string): string | undefined {
  const line = name.normalize('NFKC').replace(/\s+/gu, ' ').replace(/\p{C}/gu, '').trim()
  // A dot between two letters or digits is a domain to some clients; so is what they read as a dot (IDNA).
  const leads = /[@/\\]|:\/|[\p{L}\p{N}][.\u3002\uff0e\uff61][\p{L}\p{N}]/u.test(line)
  if (line === '' || leads) return undefined
  const characters = [...line]
  return characters.length > LENGTH ? `${characters.slice(0, LENGTH - 1).join('')}…` : line
}
