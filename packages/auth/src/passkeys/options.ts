import { passkeyBounds } from '@kit/db/passkeys/values'
import { relyingParty, userHandleOf } from './relying-party'

const timeout = passkeyBounds.challengeMinutes * 60_000

const descriptors = (credentialIds: readonly string[]) =>
  credentialIds.map((id) => ({ id, type: 'public-key' as const }))

/** COSE algorithm IDs: Ed25519, ES256 and RS256. */
const algorithms = [-8, -7, -257]

/** The options of the browser's API for using a passkey, as JSON. */
export function requestOptionsDto(challenge: string, credentialIds: readonly string[]) {
  return {
    challenge,
    timeout,
    rpId: relyingParty().id,
    allowCredentials: descriptors(credentialIds),
    userVerification: 'required' as const,
  }
}

export type RequestOptions = ReturnType<typeof requestOptionsDto>

/** The options of the browser's API for creating a passkey that signs in without an email, as JSON. */
export function creationOptionsDto(
  challenge: string,
  user: { id: string; email: string; name: string },
  credentialIds: readonly string[],
) {
  const { id, name } = relyingParty()
  return {
    challenge,
    timeout,
    rp: { id, name },
    user: { id: userHandleOf(user.id), name: user.email, displayName: user.name },
    pubKeyCredParams: algorithms.map((alg) => ({ alg, type: 'public-key' as const })),
    // Adding the same authenticator twice would replace its first passkey.
    excludeCredentials: descriptors(credentialIds),
    authenticatorSelection: {
      residentKey: 'required' as const,
      requireResidentKey: true,
      userVerification: 'required' as const,
    },
    attestation: 'none' as const,
  }
}

export type CreationOptions = ReturnType<typeof creationOptionsDto>
