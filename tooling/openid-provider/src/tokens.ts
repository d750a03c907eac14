import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose'
import { client } from './client'
import type { Grant } from './grants'

const ALGORITHM = 'ES256'
const KEY_ID = 'local'

export interface Signer {
  keys: { keys: JWK[] }
  idToken: (issuer: string, grant: Grant) => Promise<string>
}

export async function newSigner(): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM)
  const other = await generateKeyPair(ALGORITHM)
  const jwk = await exportJWK(publicKey)
  return {
    keys: { keys: [{ ...jwk, kid: KEY_ID, alg: ALGORITHM, use: 'sig' }] },
    idToken: (issuer, { nonce, person, signedInAt }) => {
      const { fault } = person
      const now = Math.floor(Date.now() / 1000)
      return new SignJWT({
        ...claimsOf(person),
        nonce: fault === 'nonce' ? 'another' : nonce,
        auth_time: Math.floor(signedInAt / 1000) - (fault === 'old-sign-in' ? 86_400 : 0),
      })
        .setProtectedHeader({ alg: ALGORITHM, kid: KEY_ID })
        .setIssuer(fault === 'issuer' ? `${issuer}x` : issuer)
        .setAudience(fault === 'audience' ? 'another-client' : client.id)
        .setSubject(person.subject)
        .setIssuedAt(now)
        .setExpirationTime(now + (fault === 'expired' ? -3600 : 300))
        .sign(fault === 'signature' ? other.privateKey : privateKey)
    },
  }
}

export function claimsOf({ name, email, emailVerified }: Grant['person']) {
  return { name, email, email_verified: emailVerified }
}
