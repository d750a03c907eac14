import { PageSection } from '@/components/page-section'
import { constraintsOf } from '@/lib/input/constraints'

import { loadPasskeys } from '../loaders'
import { addPasskeySchema, renamePasskeySchema } from '../schema'
import { AddPasskeyForm } from './add-passkey-form'
import { LIST } from './list-id'
import { PasskeyList } from './passkey-list'

/** The section on the security page. */
export async function PasskeySection() {
  const passkeys = await loadPasskeys()
  return (
    <PageSection
      title="Passkeys"
      description="Sign in with your fingerprint, face or screen lock, without a password or code."
    >
      <div id={LIST} tabIndex={-1} className="space-y-6 outline-none">
        {passkeys.length > 0 ? (
          <PasskeyList passkeys={passkeys} constraints={constraintsOf(renamePasskeySchema)} />
        ) : (
          <p>You don&apos;t have a passkey yet.</p>
        )}
        <AddPasskeyForm constraints={constraintsOf(addPasskeySchema)} />
      </div>
    </PageSection>
  )
}
