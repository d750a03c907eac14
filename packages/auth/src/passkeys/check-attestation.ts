import 'server-only'
import { verifyRegistrationResponse } from '@simplewebauthn/server'
import { decodeAttestationObject } from '@simplewebauthn/server/helpers'
import { CredentialsError } from '../session/credentials-error'
import { type Challenge, type Purpose, readChallenge } from './challenge'
import { isFramed } from './client-data'
import { relyingParty } from './relying-party'

/** An authenticator's answer when it has made a passkey, in base64url. */
export interface Attestation {
  credentialId: string
  clientData: string
  attestationObject: string
}

export interface CheckedAttestation {
  credentialId: string
  publicKey: string
  counter: number
  challenge: Challenge
}

/**
 * Checks challenge and origin, and that the authenticator verified its user. The authenticator's maker doesn't matter.
 * @throws CredentialsError WRONG_PASSKEY for every failure
 */
export async function checkAttestation(
  attestation: Attestation,
  purpose: Purpose,
): Promise<CheckedAttestation> {
  const checked = await verified(attestation, purpose)
  if (!checked) throw new CredentialsError('WRONG_PASSKEY')
  return checked
}

async function verified(
  { credentialId, clientData, attestationObject }: Attestation,
  purpose: Purpose,
): Promise<CheckedAttestation | undefined> {
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty()
  let challenge: Challenge | undefined
  try {
    if (isFramed(clientData) || hasCertificates(attestationObject)) return undefined
    const { registrationInfo } = await verifyRegistrationResponse({
      response: {
        id: credentialId,
        rawId: credentialId,
        type: 'public-key',
        response: { clientDataJSON: clientData, attestationObject },
        clientExtensionResults: {},
      },
      expectedChallenge: (text) => (challenge = readChallenge(purpose, text)) !== undefined,
      expectedOrigin,
      expectedRPID,
      requireUserVerification: true,
    })
    if (!registrationInfo || !challenge) return undefined
    const { id, publicKey, counter } = registrationInfo.credential
    if (id !== credentialId) return undefined
    return { credentialId, publicKey: Buffer.from(publicKey).toString('base64url'), counter, challenge }
  } catch {
    // The library throws for every failed check and for any malformed data.
    return undefined
  }
}

/** We don't ask for certificates. To check one, the library might fetch URLs that the certificate names. */
function hasCertificates(attestationObject: string): boolean {
  const decoded = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, 'base64url')))
  const format = decoded.get('fmt')
  if (format === 'none') return false
  // Without a certificate, an authenticator may sign with the new key itself (self attestation).
  return format !== 'packed' || decoded.get('attStmt').get('x5c') !== undefined
}
