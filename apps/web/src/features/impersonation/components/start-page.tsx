import { FormPage } from '@/components/form-page'
import { TextLink } from '@/components/text-link'
import { constraintsOf } from '@/lib/input/constraints'

import { loadImpersonationForm } from '../loaders'
import { startImpersonationSchema } from '../schema'
import { StartForm } from './start-form'

/** Asks for the reason. */
export async function StartPage({ personId }: { personId: string }) {
  const { person, mayWrite } = await loadImpersonationForm(personId)
  return (
    <div className="max-w-md">
      <FormPage
        title={`Impersonate ${person.name}`}
        description="See the site as they do, for up to an hour. They get an email, and every change is recorded with both names. You can't change how they sign in."
        footer={<TextLink href={`/admin/people/${personId}`}>Back to {person.name}</TextLink>}
      >
        <StartForm
          personId={personId}
          mayWrite={mayWrite}
          constraints={constraintsOf(startImpersonationSchema)}
        />
      </FormPage>
    </div>
  )
}
