import type { ReactNode } from 'react'

import { PageHeader } from '@/components/page-header'
import { AccountNav } from '@/features/account/components/account-nav'
import { requireSession } from '@/lib/request/require-session'

/** Layout only: every page and action checks the session itself. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const { user } = await requireSession()
  return (
    <>
      <PageHeader title="Account" description={user.email} />
      <AccountNav />
      {/* The tabs already draw the line above the first section. */}
      <div className="[&>section:first-child]:mt-2 [&>section:first-child]:border-t-0">{children}</div>
    </>
  )
}
