import { demoId } from '../demo/demo'
import { invitationBounds } from './values'
import type { invitation } from './table'

interface DemoInvitation {
  organization: string
  email: string
  role: string
  inviter: string
  daysAgo: number
}

/** Nobody was mailed these, so no link leads to them; sending one again makes it real. */
const demoInvitations: DemoInvitation[] = [
  {
    organization: 'acme',
    email: 'sam.rivera@acme.test',
    role: 'editor',
    inviter: 'owner@acme.test',
    daysAgo: 1,
  },
  {
    organization: 'acme',
    email: 'auditor@northwind.test',
    role: 'viewer',
    inviter: 'admin@acme.test',
    daysAgo: 3,
  },
  {
    organization: 'acme',
    email: 'lee.chen@acme.test',
    role: 'admin',
    inviter: 'owner@acme.test',
    daysAgo: 16,
  },
  {
    organization: 'globex',
    email: 'night.shift@globex.test',
    role: 'editor',
    inviter: 'owner@globex.test',
    daysAgo: 2,
  },
]

const DAY = 24 * 3_600_000

export function demoInvitationRows(now: Date): (typeof invitation.$inferInsert & { id: string })[] {
  return demoInvitations.map(({ organization, email, role, inviter, daysAgo }) => {
    const sent = now.getTime() - daysAgo * DAY
    return {
      id: demoId('invitation', `${organization} ${email}`),
      organizationId: demoId('organization', organization),
      inviterId: demoId('user', inviter),
      email,
      role,
      createdAt: new Date(sent),
      expiresAt: new Date(sent + invitationBounds.lifetimeDays * DAY),
    }
  })
}
