/** Refuses to run as a deployed server. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { refuseDeployment } = await import('./loopback-only')
  refuseDeployment()
}
