import { demoPeople } from '@kit/db/demo/demo'
import { settingsFor } from '@kit/openid-provider/client'
import { startOpenidProvider } from '@kit/openid-provider/server'
import { setting } from '@kit/server/settings'
import type { Scope } from '../process/scope'

/**
 * Starts the local stand-in for the sign-in providers.
 * @returns the settings for the providers that this machine has no keys for
 */
export async function startDevProvider(scope: Scope, port: number): Promise<Record<string, string>> {
  const people = demoPeople.map(({ name, email }, index) => ({
    subject: String(1001 + index),
    name,
    email,
    emailVerified: true,
  }))
  const provider = await scope.acquire(
    () => startOpenidProvider({ port, people }),
    (server) => server.stop(),
  )
  const providers = ['GITHUB', 'GOOGLE', 'OIDC'].filter((name) => !setting(`${name}_CLIENT_ID`))
  return Object.fromEntries(
    Object.entries(settingsFor(provider.url)).filter(([name]) =>
      providers.some((provided) => name.startsWith(provided)),
    ),
  )
}
