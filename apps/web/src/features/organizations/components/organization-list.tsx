import type { Membership } from '@kit/db/tenancy/tenant'
import { Icon } from '@/components/icon/icon'
import { Link } from '@/components/link'
import { Badge } from '@/components/ui/badge'
import { homeOf } from '@/lib/organization/organization-pages'
import { roleName } from '@/lib/organization/role-name'

import { OrganizationMark } from './organization-mark'

interface Props {
  organizations: ({ slug: string; name: string } & Pick<Membership, 'role' | 'customRole'>)[]
}

export function OrganizationList({ organizations }: Props) {
  return (
    <ul className="divide-y">
      {organizations.map(({ slug, name, ...held }) => (
        <li key={slug}>
          <Link
            href={homeOf({ slug, ...held })}
            className="flex min-h-16 items-center gap-3 px-4 py-3 hover:bg-accent/60 focus-visible:-outline-offset-2"
          >
            <OrganizationMark name={name} />
            <span className="min-w-0 flex-1">
              <bdi className="block truncate font-medium">{name}</bdi>
              <span className="block truncate font-mono text-xs text-muted-foreground">/{slug}</span>
            </span>
            <Badge>
              <bdi>{roleName(held)}</bdi>
            </Badge>
            <Icon name="chevron-right" className="text-muted-foreground" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
