import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

const MAC_BYTES = 15

/**
 * Returns an ID for one build. It appears in every page, and proves that a build with this key made it: `<time>-<mac>`, in
 * characters that Next allows.
 */
export function signDeploymentId(key: string, builtAt: Date): string {
  const time = builtAt.getTime().toString(36)
  return `${time}-${macOf(key, time).toString('base64url')}`
}

/** Whether a build with this key made the ID. False for any other text. */
export function isDeploymentId(key: string, id: string): boolean {
  const [, time, mac] = /^([0-9a-z]{1,12})-([A-Za-z0-9_-]{20})$/.exec(id) ?? []
  return (
    time !== undefined &&
    mac !== undefined &&
    timingSafeEqual(macOf(key, time), Buffer.from(mac, 'base64url'))
  )
}

/** A separate key, because Next encrypts with the given one. */
function macOf(key: string, time: string): Buffer {
  const own = Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64'), '', 'gatehouse deployment', 32))
  return createHmac('sha256', own).update(time).digest().subarray(0, MAC_BYTES)
}
