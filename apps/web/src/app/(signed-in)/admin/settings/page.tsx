import type { Metadata } from 'next'

import { PageHeader } from '@/components/page-header'
import { PageSection } from '@/components/page-section'
import { InstallationForm } from '@/features/installation/components/installation-form'
import { loadInstallation } from '@/features/installation/loaders'
import { changeInstallationSchema } from '@/features/installation/schema'
import { constraintsOf } from '@/lib/input/constraints'

export const metadata: Metadata = { title: 'Settings' }

export default async function AdminSettingsPage() {
  const values = await loadInstallation()
  return (
    <>
      <PageHeader title="Settings" description="Changes apply to the whole site at once." />
      <PageSection
        title="Site"
        description="Who can sign up and create organizations, and what every page says."
      >
        <InstallationForm values={values} constraints={constraintsOf(changeInstallationSchema)} />
      </PageSection>
    </>
  )
}
