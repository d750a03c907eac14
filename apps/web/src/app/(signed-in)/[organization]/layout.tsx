import type { ReactNode } from 'react'

import { FormUser } from '@/components/form/form-user'
import { Main } from '@/components/main'
import { readTheme } from '@/components/theme/read-theme'
import { Reauthentication } from '@/features/account/components/reauthentication'
import { confirmPasswordSchema } from '@/features/account/schema'
import { confirmWithMailedCodeSchema } from '@/features/confirmation/schema'
import { UserMenu } from '@/features/auth/components/user-menu'
import { labIsOpen } from '@/features/lab/access/lab-is-open'
import { ClosedNotice } from '@/features/organizations/components/closed-notice'
import { OrganizationNav } from '@/features/organizations/components/organization-nav'
import { offersOrganizations } from '@/features/installation/loaders'
import { OrganizationSwitcher } from '@/features/organizations/components/organization-switcher'
import { loadSwitcher } from '@/features/organizations/loaders'
import { constraintsOf } from '@/lib/input/constraints'
import { homeOf, navigationFor } from '@/lib/organization/organization-pages'
import { redirectFormerSlug } from '@/lib/organization/redirect-former-slug'
import { roleName } from '@/lib/organization/role-name'
import { requireSession } from '@/lib/request/require-session'

interface Props {
  params: Promise<{ organization: string }>
  children: ReactNode
}

/** Layout only, no authorization: every page and action checks membership itself. */
export default async function OrganizationLayout({ params, children }: Props) {
  const { organization } = await params
  const { user } = await requireSession()
  const [organizations, theme] = await Promise.all([loadSwitcher(organization), readTheme()])
  const current =
    organizations.find(({ slug }) => slug === organization) ??
    (await redirectFormerSlug(organization, user.id))
  return (
    <div className="beside-sidebar">
      <header className="sidebar">
        <div className="min-w-0 flex-1 md:flex-none">
          <OrganizationSwitcher
            id={current.id}
            name={current.name}
            role={roleName(current)}
            mayCreate={offersOrganizations(user)}
            organizations={organizations.map((each) => ({
              name: each.name,
              href: homeOf(each),
              ...(each === current && { current: true as const }),
            }))}
          />
        </div>
        <nav aria-label={current.name} className="sidebar-nav">
          <OrganizationNav
            slug={current.slug}
            pages={navigationFor(current)}
            further={labIsOpen() ? [{ href: '/lab', icon: 'flask-conical', label: 'Lab' }] : []}
          />
        </nav>
        <div className="shrink-0">
          <UserMenu
            id={user.id}
            name={user.name}
            email={user.email}
            image={user.image}
            isAdmin={user.role !== 'user'}
            theme={theme}
            place="sidebar"
          />
        </div>
      </header>
      <Reauthentication
        constraints={constraintsOf(user.hasPassword ? confirmPasswordSchema : confirmWithMailedCodeSchema)}
        email={user.email}
        twoFactor={user.twoFactor}
        hasPassword={user.hasPassword}
        hasPasskey={user.hasPasskey}
      >
        <Main className="wide-page">
          <ClosedNotice {...current.closure} />
          <FormUser id={user.id}>{children}</FormUser>
        </Main>
      </Reauthentication>
    </div>
  )
}
