import type { Metadata } from 'next'
import type { ReactNode } from 'react'

import { PageHeader } from '@/components/page-header'
import { NameForm } from '@/features/account/components/name-form'
import { PasswordForm } from '@/features/account/components/password-form'
import { changePasswordSchema, updateNameSchema } from '@/features/account/schema'
import { constraintsOf } from '@/lib/constraints'
import { requireSession } from '@/lib/require-session'

export const metadata: Metadata = { title: 'Account' }

export default async function AccountPage() {
  const { user } = await requireSession()
  return (
    <>
      <PageHeader title="Account" description={user.email} />
      <Section title="Profile" description="How others in your organizations see you.">
        <NameForm constraints={constraintsOf(updateNameSchema)} name={user.name} />
      </Section>
      <Section title="Password" description="Changing it signs out every other session of yours.">
        <PasswordForm constraints={constraintsOf(changePasswordSchema)} email={user.email} />
      </Section>
    </>
  )
}

function Section({
  title,
  description,
  children,
}: {
  title: string
  description: string
  children: ReactNode
}) {
  return (
    <section className="mt-8 grid gap-x-10 gap-y-4 border-t pt-6 sm:grid-cols-[12rem_minmax(0,1fr)]">
      <div>
        <h2 className="font-semibold">{title}</h2>
        <p className="mt-1 text-muted-foreground">{description}</p>
      </div>
      <div className="max-w-sm">{children}</div>
    </section>
  )
}
