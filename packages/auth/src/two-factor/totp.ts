import { Secret, TOTP } from 'otpauth'

/** Seconds that one code is shown. */
const PERIOD = 30

/** Accepts the codes of the neighboring steps: clocks differ, and typing takes time. */
const WINDOW = 1

const ISSUER = 'Gatehouse'

/** Returns a random secret of 160 bits in base32, as authenticator apps take it. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** Returns the URI for an authenticator app's QR code. */
export function keyUri(secret: string, email: string): string {
  return generator(secret, email).toString()
}

/** Returns the time step that the code belongs to, or undefined if it isn't a current code. */
export function stepOf(secret: string, code: string, now = Date.now()): number | undefined {
  const totp = generator(secret)
  const delta = totp.validate({ token: code, timestamp: now, window: WINDOW })
  return delta === null ? undefined : totp.counter({ timestamp: now }) + delta
}

function generator(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret, algorithm: 'SHA1', digits: 6, period: PERIOD })
}
