import type { MailProps } from '../kinds'
import { Action, FinePrint, Layout, Paragraph, type Reportable } from './layout'

type Props = MailProps<'passwordChanged'>

export const passwordSubjects: Readonly<Record<Props['change'], string>> = {
  set: 'Your account has a password now',
  changed: 'Your password was changed',
  reset: 'Your password was reset',
}

const sentences: Readonly<Record<Props['change'], string>> = {
  set: 'You can now sign in with your email and a password.',
  changed: 'Your account has a new password.',
  reset: 'Your account has a new password, set with a link that we emailed you.',
}

/** Sent to the owner of the account. */
export function PasswordChanged({ change, accountUrl, resetUrl, reportUrl }: Reportable & Props) {
  return (
    <Layout reportUrl={reportUrl} preview={passwordSubjects[change]} heading={passwordSubjects[change]}>
      <Paragraph>{sentences[change]} All earlier sessions have been signed out.</Paragraph>
      <Paragraph>
        Wasn't you? Someone has access to your account. Reset your password now, and then check your account:{' '}
        {accountUrl}
      </Paragraph>
      <Action href={resetUrl}>Reset password</Action>
      <FinePrint>If it was you, no action needed.</FinePrint>
    </Layout>
  )
}
