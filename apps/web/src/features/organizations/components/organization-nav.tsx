import type { Authority } from '@kit/auth/permissions/permissions'
import { Icon } from '@/components/icon/icon'
import { NavLink } from '@/components/nav-link'
import { navigationFor } from '@/lib/organization/organization-pages'

export function OrganizationNav({ slug, ...membership }: Authority & { slug: string }) {
  return (
    <ul className="flex gap-1 max-md:overflow-x-auto md:flex-col md:gap-0.5 max-md:[&_svg]:hidden">
      {navigationFor(membership).map(({ page, label, icon }) => (
        <li key={page} className="flex-1 md:flex-none">
          <NavLink href={`/${slug}/${page}`} icon={<Icon name={icon} />}>
            {label}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}
