import type { ReactNode } from 'react'

import { Logo } from '@/components/logo'
import { FormUser } from '@/components/form/form-user'
import { Main } from '@/components/main'
import { NavLink } from '@/components/nav-link'
import { readTheme } from '@/components/theme/read-theme'
import { Reauthentication } from '@/features/account/components/reauthentication'
import { confirmPasswordSchema } from '@/features/account/schema'
import { confirmWithMailedCodeSchema } from '@/features/confirmation/schema'
import { UserMenu } from '@/features/auth/components/user-menu'
import { constraintsOf } from '@/lib/input/constraints'
import { requireSession } from '@/lib/request/require-session'

/** Pages that don't belong to an organization. */
export default async function PersonalLayout({ children }: { children: ReactNode }) {
  const { user } = await requireSession()
  const theme = await readTheme()
  return (
    <Reauthentication
      constraints={constraintsOf(user.hasPassword ? confirmPasswordSchema : confirmWithMailedCodeSchema)}
      email={user.email}
      twoFactor={user.twoFactor}
      hasPassword={user.hasPassword}
      hasPasskey={user.hasPasskey}
    >
      <header className="flex items-center gap-3 border-b px-4 py-1.5 md:px-8">
        <Logo className="mr-auto" />
        <nav aria-label="Main">
          <NavLink href="/organizations" label="Organizations" />
        </nav>
        <div>
          <UserMenu
            id={user.id}
            name={user.name}
            email={user.email}
            image={user.image}
            isAdmin={user.role !== 'user'}
            theme={theme}
            place="bar"
          />
        </div>
      </header>
      <Main className="mx-auto max-w-2xl px-4 py-8 md:px-8 md:py-12 xl:max-w-6xl">
        <FormUser id={user.id}>{children}</FormUser>
      </Main>
    </Reauthentication>
  )
}
