import { browserMachine, findBrowser } from '@kit/launcher/browser'
import type { Scope } from '@kit/launcher/scope'
import { chromium } from '@playwright/test'
import type { Browser, BrowserContext } from '@playwright/test'

export async function launchBrowser(scope: Scope): Promise<Browser> {
  const executablePath = await findBrowser(browserMachine(scope), () => {})
  return scope.acquire(
    () => chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] }),
    (launched) => launched.close(),
  )
}

/** @param cookie as in the Cookie header */
export async function signIn(context: BrowserContext, url: string, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=', 2)
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }])
}
