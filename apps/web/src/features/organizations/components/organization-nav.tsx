import {
  History,
  KeyRound,
  Plus,
  Settings,
  SquareCheck,
  UserPlus,
  Users,
  type LucideIcon,
} from 'lucide-react'

import type { Authority } from '@kit/auth/permissions/permissions'
import { NavLink } from '@/components/nav-link'
import { type OrganizationPage, pagesFor } from '@/lib/organization/organization-pages'

const entries: Partial<Record<OrganizationPage, { label: string; icon: LucideIcon }>> = {
  tasks: { label: 'Tasks', icon: SquareCheck },
  'tasks/new': { label: 'New task', icon: Plus },
  members: { label: 'Members', icon: Users },
  'members/invitations': { label: 'Invitations', icon: UserPlus },
  roles: { label: 'Roles', icon: KeyRound },
  'roles/new': { label: 'New role', icon: Plus },
  activity: { label: 'Activity', icon: History },
  settings: { label: 'Settings', icon: Settings },
}

/** The pages of an organization that its member may open. */
export function OrganizationNav({ slug, ...membership }: Authority & { slug: string }) {
  return (
    <ul className="flex gap-1 max-md:overflow-x-auto md:flex-col md:gap-0.5 max-md:[&_svg]:hidden">
      {pagesFor(membership).map((page) => {
        const entry = entries[page]
        if (!entry) return null
        const { label, icon: Icon } = entry
        return (
          <li key={page} className="flex-1 md:flex-none">
            <NavLink href={`/${slug}/${page}`} icon={<Icon aria-hidden />}>
              {label}
            </NavLink>
          </li>
        )
      })}
    </ul>
  )
}
