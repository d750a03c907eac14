import { demoId } from '../demo/demo'
import type { DemoOrganization } from '../demo/demo'
import { demoDomain } from '../demo/demo-domain'
import { invitationBounds } from './values'
import { invitation } from './table'

interface DemoInvitation {
  organization: string
  email: string
  role: string
  inviter: string
  daysAgo: number
}

/** These were never mailed, so they have no link until someone resends them. */
const sent: DemoInvitation[] = [
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

export function demoInvitationRows({ slug }: DemoOrganization, now: Date) {
  return sent
    .filter(({ organization }) => organization === slug)
    .map(({ email, role, inviter, daysAgo }) => {
      const sentAt = now.getTime() - daysAgo * DAY
      return {
        id: demoId('invitation', `${slug} ${email}`),
        organizationId: demoId('organization', slug),
        inviterId: demoId('user', inviter),
        email,
        role,
        createdAt: new Date(sentAt),
        expiresAt: new Date(sentAt + invitationBounds.lifetimeDays * DAY),
      }
    })
}

// As the tables' owner, because the tenant role may not choose IDs or times.
export const demoInvitations = demoDomain(invitation, demoInvitationRows)
