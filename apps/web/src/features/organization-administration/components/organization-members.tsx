import Link from 'next/link'

import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { roleName } from '@/lib/organization/role-name'

import type { AdministeredMemberDto } from '../loaders'

/** An organization's members, each a link to the person. */
export function OrganizationMembers({ members }: { members: AdministeredMemberDto[] }) {
  if (members.length === 0) return <p>No members.</p>
  return (
    <Card className="overflow-clip">
      <ul className="divide-y">
        {members.map((member) => (
          <li key={member.userId} className="relative px-4 py-3 hover:bg-accent/50">
            <p className="flex flex-wrap items-center gap-2">
              <Link
                href={`/admin/people/${member.userId}`}
                prefetch={false}
                className="font-medium wrap-anywhere after:absolute after:inset-0"
              >
                <bdi>{member.name}</bdi>
              </Link>
              <Badge>
                <bdi>{roleName(member)}</bdi>
              </Badge>
              {member.suspended ? <Badge variant="warning">Suspended</Badge> : null}
            </p>
            <p className="wrap-anywhere text-muted-foreground">{member.email}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
