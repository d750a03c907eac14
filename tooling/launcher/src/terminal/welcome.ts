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
  const accounts = refused
    ? [`  ${refused}`]
    : [
        `  Sign in with password ${demoPassword} as`,
        ...columns(demoPeople.map((person) => [`  ${person.email}`, rolesOf(person)])),
      ]
  const services: [string, string][] = [
    ['Gatehouse', url],
    ['Lab', new URL('/lab', url).href],
    ['Mailbox', mailbox ?? 'off: SMTP_URL is set, so mail leaves this machine'],
  ]
  return [
    '',
    ...columns(services),
    '',
    ...accounts,
    '',
    '  Ctrl-C stops everything. Your data is kept.',
    '',
    '',
  ].join('\n')
}

/** Lines of a name and a text; the texts are aligned. */
function columns(rows: [name: string, text: string][]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`)
}

function rolesOf({ email, superAdmin }: DemoPerson): string {
  if (superAdmin) return 'super-admin'
  const roles = demoOrganizations.flatMap(({ name, members }) =>
    members[email] ? [`${members[email]} of ${name}`] : [],
  )
  return roles.join(', ') || 'no organization'
}
