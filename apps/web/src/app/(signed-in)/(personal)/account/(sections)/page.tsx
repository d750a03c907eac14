import type { Metadata } from 'next'

import { PageSection } from '@/components/page-section'
import { NameForm } from '@/features/account/components/name-form'
import { PreferencesForm } from '@/features/account/components/preferences-form'
import { preferenceValues } from '@/features/account/edits'
import { updateNameSchema } from '@/features/account/schema'
import { AvatarSection } from '@/features/avatars/components/avatar-section'
import { localeChoices } from '@/lib/dates/format-locales'
import { timeZones } from '@/lib/dates/time-zones'
import { constraintsOf } from '@/lib/input/constraints'
import { requireSession } from '@/lib/request/require-session'

export const metadata: Metadata = { title: 'Profile' }

export default async function ProfilePage() {
  const { user } = await requireSession()
  return (
    <>
      <PageSection title="Profile" description="How other members see you.">
        <NameForm constraints={constraintsOf(updateNameSchema)} name={user.name} />
      </PageSection>
      <AvatarSection user={user} />
      <PageSection title="Dates and numbers" description="How they appear on pages and in email we send you.">
        <PreferencesForm values={preferenceValues(user)} locales={localeChoices} timeZones={timeZones} />
      </PageSection>
    </>
  )
}
