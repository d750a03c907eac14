/** Any page that needs only a session, and reads little. */
const PROBE = '/organizations/open'

/** Asks the server whether this browser is signed out. False if it can't be reached. */
export async function sessionHasEnded(): Promise<boolean> {
  try {
    const { status } = await fetch(PROBE, { method: 'HEAD', cache: 'no-store', redirect: 'manual' })
    return status === 401
  } catch {
    return false
  }
}
