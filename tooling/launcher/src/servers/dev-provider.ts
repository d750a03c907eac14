import { demoPeople } from '@kit/db/demo/demo'
import { startOpenidProvider } from '@kit/openid-provider/server'
import type { Scope } from '../process/scope'

/** Starts the local stand-in for the sign-in providers. */
export async function startDevProvider(scope: Scope, port: number): Promise<void> {
  const people = demoPeople.map(({ name, email }, index) => ({
    subject: String(1001 + index),
    name,
    email,
    emailVerified: true,
  }))
  await scope.acquire(
    () => startOpenidProvider({ port, people }),
    (server) => server.stop(),
  )
}
