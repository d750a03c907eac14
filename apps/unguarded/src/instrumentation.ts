/** A production server has to be told that it is a test's; a deployment has no reason to say so. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { refuseDeployment } = await import('./loopback-only')
  refuseDeployment()
}
