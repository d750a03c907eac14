import { demoOrganizations, demoPassword, demoPeople } from '@kit/db/demo/demo'
import type { DemoPerson } from '@kit/db/demo/demo'

interface Welcome {
  url: string
  /** Its URL; undefined when mail leaves the machine. */
  mailbox: string | undefined
  /** Why there is no demo data. */
  refused: string | undefined
}

/** The text a developer sees when everything is running. */
export function welcome({ url, mailbox, refused }: Welcome): string {
  const width = Math.max(...demoPeople.map(({ email }) => email.length))
  const accounts = refused
    ? [`  ${refused}`]
    : [
        `  Sign in with password ${demoPassword} as`,
        ...demoPeople.map((person) => `    ${person.email.padEnd(width)}  ${standing(person)}`),
      ]
  return [
    '',
    `  Gatehouse  ${url}`,
    `  Mailbox    ${mailbox ?? 'off: SMTP_URL is set, so mail leaves this machine'}`,
    '',
    ...accounts,
    '',
    '  Ctrl-C stops everything. Your data is kept.',
    '',
    '',
  ].join('\n')
}

function standing({ email, superAdmin }: DemoPerson): string {
  if (superAdmin) return 'super-admin'
  const roles = demoOrganizations.flatMap(({ name, members }) =>
    members[email] ? [`${members[email]} of ${name}`] : [],
  )
  return roles.join(', ') || 'no organization'
}
