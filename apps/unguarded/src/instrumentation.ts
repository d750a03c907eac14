/** Refuses to run unless the attack suite started this server. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { refuseDeployment } = await import('./loopback-only')
  refuseDeployment()
}
