import type { ReactNode } from 'react'

import { hasInstallationPermission } from '@kit/auth/permissions/installation'
import { Logo } from '@/components/logo'
import { FormUser } from '@/components/form/form-user'
import { Main } from '@/components/main'
import { NavLink } from '@/components/nav-link'
import { readTheme } from '@/components/theme/read-theme'
import { Reauthentication } from '@/features/account/components/reauthentication'
import { confirmPasswordSchema } from '@/features/account/schema'
import { UserMenu } from '@/features/auth/components/user-menu'
import { confirmWithMailedCodeSchema } from '@/features/confirmation/schema'
import { constraintsOf } from '@/lib/input/constraints'
import { requireAdmin } from '@/lib/request/require-admin'

/** Pages for super-admins and support. Every page and action checks its own permission too. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const user = await requireAdmin('activity.read')
  const theme = await readTheme()
  return (
    <Reauthentication
      constraints={constraintsOf(user.hasPassword ? confirmPasswordSchema : confirmWithMailedCodeSchema)}
      email={user.email}
      twoFactor={user.twoFactor}
      hasPassword={user.hasPassword}
      hasPasskey={user.hasPasskey}
    >
      <header className="flex flex-wrap items-center gap-x-3 border-b px-4 py-1.5 md:px-8">
        <Logo className="mr-auto" />
        <nav
          aria-label="Administration"
          className="order-1 -mx-2 flex w-full flex-wrap sm:order-none sm:mx-0 sm:w-auto"
        >
          <NavLink href="/admin/people" label="People" />
          <NavLink href="/admin/organizations" label="Organizations" />
          <NavLink href="/admin/activity" label="Activity" />
          {hasInstallationPermission(user.role, 'installation.change') ? (
            <NavLink href="/admin/settings" label="Settings" />
          ) : null}
        </nav>
        <div>
          <UserMenu
            id={user.id}
            name={user.name}
            email={user.email}
            image={user.image}
            isAdmin
            theme={theme}
            place="bar"
          />
        </div>
      </header>
      <Main className="wide-page">
        <FormUser id={user.id}>{children}</FormUser>
      </Main>
    </Reauthentication>
  )
}
