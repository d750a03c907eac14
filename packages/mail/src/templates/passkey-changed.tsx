import type { MailProps } from '../kinds'
import { Action, FinePrint, Layout, Paragraph, type Reportable } from './layout'

export const passkeySubjects: Readonly<Record<MailProps<'passkeyChanged'>['change'], string>> = {
  renamed: 'A passkey was renamed',
  removed: 'A passkey was removed from your account',
}

const called = (name: string | undefined) => (name ? ` “${name}”` : '')

/** Sent to the owner of the account. */
export function PasskeyChanged({
  change,
  name,
  before,
  accountUrl,
  resetUrl,
  reportUrl,
}: Reportable & MailProps<'passkeyChanged'>) {
  return (
    <Layout reportUrl={reportUrl} preview={passkeySubjects[change]} heading={passkeySubjects[change]}>
      <Paragraph>
        {change === 'removed'
          ? `The passkey${called(name)} can no longer sign in to your account.`
          : `Your passkey${called(before)} was renamed${name ? ` to “${name}”` : ''}.`}
      </Paragraph>
      <Paragraph>
        Wasn't you? Someone has access to your account. Reset your password now, and then check your account:{' '}
        {accountUrl}
      </Paragraph>
      <Action href={resetUrl}>Reset password</Action>
      <FinePrint>If it was you, no action needed.</FinePrint>
    </Layout>
  )
}
