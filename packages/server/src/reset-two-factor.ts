import { resetTwoFactor } from '@kit/db/two-factor/reset'
import { env } from '@kit/env'
import { queueMail } from '@kit/mail/queue'
import { failureText, orRefuse, Refusal } from './refusal'
import { loadDotenv } from './settings'

/** `pnpm two-factor:reset <email>`: for someone who lost their phone and their backup codes. */
async function reset(email: string | undefined): Promise<void> {
  if (!email) throw new Refusal('Name the account: pnpm two-factor:reset person@example.com')
  loadDotenv()
  const { APP_URL } = await orRefuse(env)
  const page = (path: string) => new URL(path, APP_URL).href
  const urls = { accountUrl: page('/account/security/two-factor'), resetUrl: page('/forgot-password') }
  const outcome = await resetTwoFactor(email, (transaction, to) =>
    queueMail(transaction, { to, kind: 'twoFactorChanged', props: { change: 'reset', left: 0, ...urls } }),
  )
  if (outcome === 'unknown') throw new Refusal(`There is no account with the email ${email}.`)
  const sentences = {
    reset: `Two-factor authentication is off for ${email}. Their sessions have ended, and an email tells them.`,
    off: `Two-factor authentication was off for ${email} already. Nothing changed.`,
  }
  process.stdout.write(`${sentences[outcome]}\n`)
}

try {
  await reset(process.argv[2])
  process.exit(0)
} catch (error) {
  process.stderr.write(`${failureText(error)}\n`)
  process.exit(1)
}
