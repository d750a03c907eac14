import { createECDH, createHash, createPrivateKey, sign } from 'node:crypto'
import type { Assertion } from '../passkeys/check-assertion'
import type { Attestation } from '../passkeys/check-attestation'

/** What an honest browser and authenticator would set; attacks change it. */
interface Circumstances {
  origin: string
  rpId: string
  isPresent?: boolean
  isVerified?: boolean
  crossOrigin?: boolean
  /** The options that the browser received. */
  type?: string
  counter?: number
  userHandle?: string
}

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()
const base64url = (data: Buffer | string) => Buffer.from(data).toString('base64url')

const PRESENT = 0x01
const VERIFIED = 0x04
const HAS_KEY = 0x40

/** A software authenticator with one passkey. The same name always gives the same passkey. */
export class Authenticator {
  readonly credentialId: string
  private readonly point: Buffer
  private readonly privateKey: ReturnType<typeof createPrivateKey>

  constructor(name: string) {
    const id = sha256(`credential of ${name}`)
    this.credentialId = base64url(id)
    const curve = createECDH('prime256v1')
    const d = sha256(`key of ${name}`)
    curve.setPrivateKey(d)
    this.point = curve.getPublicKey()
    const [x, y] = [this.point.subarray(1, 33), this.point.subarray(33)].map(base64url)
    this.privateKey = createPrivateKey({
      format: 'jwk',
      key: { kty: 'EC', crv: 'P-256', d: base64url(d), x, y },
    })
  }

  /** The key as COSE, which the app stores in base64url. */
  get publicKey(): Buffer {
    const [x, y] = [this.point.subarray(1, 33), this.point.subarray(33)]
    const head = Buffer.from('a5010203262001215820', 'hex')
    return Buffer.concat([head, x, Buffer.from('225820', 'hex'), y])
  }

  /** Answers a challenge with a new passkey. */
  attest(challenge: string, circumstances: Circumstances): Attestation {
    const id = Buffer.from(this.credentialId, 'base64url')
    const length = Buffer.alloc(2)
    length.writeUInt16BE(id.length)
    const data = Buffer.concat([
      authenticatorData(circumstances, HAS_KEY),
      Buffer.alloc(16),
      length,
      id,
      this.publicKey,
    ])
    const size = Buffer.alloc(2)
    size.writeUInt16BE(data.length)
    // CBOR of { fmt: 'none', attStmt: {}, authData: data }.
    const head = Buffer.concat([
      Buffer.from([0xa3, 0x63]),
      Buffer.from('fmt'),
      Buffer.from([0x64]),
      Buffer.from('none'),
      Buffer.from([0x67]),
      Buffer.from('attStmt'),
      Buffer.from([0xa0, 0x68]),
      Buffer.from('authData'),
      Buffer.from([0x59]),
      size,
    ])
    const clientData = clientDataOf('webauthn.create', challenge, circumstances)
    const attestationObject = base64url(Buffer.concat([head, data]))
    return { credentialId: this.credentialId, clientData: base64url(clientData), attestationObject }
  }

  /** Answers a challenge with the passkey. */
  assert(challenge: string, circumstances: Circumstances): Assertion {
    const data = authenticatorData(circumstances)
    const clientData = clientDataOf('webauthn.get', challenge, circumstances)
    const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), this.privateKey)
    return {
      credentialId: this.credentialId,
      clientData: base64url(clientData),
      authenticatorData: base64url(data),
      signature: base64url(signature),
      userHandle: circumstances.userHandle,
    }
  }
}

function authenticatorData(
  { rpId, isPresent = true, isVerified = true, counter = 0 }: Circumstances,
  flags = 0,
) {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  const flag = flags | (isPresent ? PRESENT : 0) | (isVerified ? VERIFIED : 0)
  return Buffer.concat([sha256(rpId), Buffer.from([flag]), count])
}

function clientDataOf(
  asked: string,
  challenge: string,
  { origin, type = asked, crossOrigin = false }: Circumstances,
): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin }))
}
