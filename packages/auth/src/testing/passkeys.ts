import { addPasskey, startAddingPasskey } from '../passkeys/add-passkey'
import { relyingParty, userHandleOf } from '../passkeys/relying-party'
import { signInWithPasskey, startPasskeySignIn } from '../passkeys/sign-in-with-passkey'
import { Authenticator } from './authenticator'
import { asSignedIn } from './signed-in'
import type { Browser } from './testing'

type Circumstances = Parameters<Authenticator['assert']>[1]

/** What an honest browser sets on this app's pages, overridden by what an attack changes. */
export function here(changes: Partial<Circumstances> = {}): Circumstances {
  const { id: rpId, origin } = relyingParty()
  return { rpId, origin, ...changes }
}

/** Adds a passkey in a signed-in browser. */
export function add(browser: Browser, authenticator: Authenticator, changes: Partial<Circumstances> = {}) {
  return asSignedIn(browser, async (current) => {
    const { challenge } = await startAddingPasskey(current)
    const attestation = authenticator.attest(challenge, here(changes))
    await addPasskey({ ...current, requestId: 'r1' }, { name: 'Laptop', attestation })
  })
}

/** Signs in with a passkey of this user. */
export function signInBy(
  browser: Browser,
  authenticator: Authenticator,
  { userId, ...changes }: Partial<Circumstances> & { userId: string },
) {
  return browser.run(async () => {
    const { challenge } = await startPasskeySignIn()
    await signInWithPasskey(
      authenticator.assert(challenge, here({ userHandle: userHandleOf(userId), ...changes })),
    )
  })
}
