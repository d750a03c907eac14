import { settingsFor } from '@kit/openid-provider/client'
import { setting } from '@kit/server/settings'

/** The app's settings for the local provider on this port, for the providers that this machine has no keys for. */
export function providerSettings(port: number): Record<string, string> {
  const providers = ['GITHUB', 'GOOGLE', 'OIDC'].filter((name) => !setting(`${name}_CLIENT_ID`))
  return Object.fromEntries(
    Object.entries(settingsFor(`http://127.0.0.1:${port}`)).filter(([name]) =>
      providers.some((provided) => name.startsWith(provided)),
    ),
  )
}
