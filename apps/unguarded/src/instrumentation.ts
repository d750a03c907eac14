/** Refuses to run as a deployed server, and prepares the throwaway data. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { isThrowaway, refuseDeployment } = await import('./loopback-only')
  refuseDeployment()
  if (!isThrowaway()) return
  const { dropBounds } = await import('./without-bounds')
  await dropBounds()
}
