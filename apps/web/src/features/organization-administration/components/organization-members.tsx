import type { ReactNode } from 'react'

import { Link } from '@/components/link'
import { Avatar } from '@/components/ui/avatar'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { roleName } from '@/lib/organization/role-name'
import { avatarPath } from '@/lib/url/avatar-path'

import type { AdministeredMemberDto } from '../loaders'

interface Props {
  members: AdministeredMemberDto[]
  /** The links to other pages of the list. */
  children: ReactNode
}

/** An organization's members, each a link to the person. */
export function OrganizationMembers({ members, children }: Props) {
  if (members.length === 0) return <p>No members.</p>
  return (
    <Card className="overflow-clip">
      <ul className="divide-y">
        {members.map((member) => (
          <li key={member.userId} className="relative flex items-center gap-3 px-4 py-3 hover:bg-accent/50">
            <Avatar name={member.name} picture={avatarPath({ id: member.userId, image: member.image })} />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2">
                <Link
                  href={`/admin/people/${member.userId}`}
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
            </div>
          </li>
        ))}
      </ul>
      {children}
    </Card>
  )
}
