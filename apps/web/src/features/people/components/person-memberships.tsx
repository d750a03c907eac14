import { Card } from '@/components/ui/card'
import { roleName } from '@/lib/organization/role-name'

import type { MembershipDto } from '../loaders'

/** The organizations a person is in. */
export function PersonMemberships({ memberships }: { memberships: MembershipDto[] }) {
  if (memberships.length === 0) return <p>In no organization.</p>
  return (
    <Card>
      <ul className="divide-y">
        {memberships.map((membership) => (
          <li key={membership.slug} className="flex flex-wrap justify-between gap-x-4 px-4 py-3">
            <p className="min-w-0 wrap-anywhere">
              <bdi className="font-medium">{membership.name}</bdi>{' '}
              <span className="text-muted-foreground">/{membership.slug}</span>
            </p>
            <p>
              <bdi>{roleName(membership)}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}
