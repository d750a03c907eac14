import { demoOrganizations, demoPassword, demoPeople } from '@kit/db/demo/demo'
import type { DemoPerson } from '@kit/db/demo/demo'

interface Welcome {
  url: string
  /** Its address; undefined when mail leaves the machine. */
  mailbox: string | undefined
  /** Why there is no demo data, if there is none. */
  refused: string | undefined
}

/** What a developer sees when everything is up. */
export function welcome({ url, mailbox, refused }: Welcome): string {
  const width = Math.max(...demoPeople.map(({ email }) => email.length))
  const accounts = refused
    ? [`  ${refused}`]
    : [
        `  Sign in with the password ${demoPassword} as`,
        ...demoPeople.map((person) => `    ${person.email.padEnd(width)}  ${standing(person)}`),
      ]
  return [
    '',
    `  Gatehouse  ${url}`,
    `  Mailbox    ${mailbox ?? 'SMTP_URL is set; mail leaves this machine'}`,
    '',
    ...accounts,
    '',
    '  Ctrl-C stops everything; the data stays.',
    '',
    '',
  ].join('\n')
}

function standing({ email, superAdmin }: DemoPerson): string {
  if (superAdmin) return 'super-admin'
  const roles = demoOrganizations.flatMap(({ name, members }) =>
    members[email] ? [`${members[email]} of ${name}`] : [],
  )
  return roles.join(', ') || 'in no organization'
}
