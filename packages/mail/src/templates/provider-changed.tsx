import type { MailProps } from '../kinds'
import { Action, FinePrint, Layout, Paragraph, type Reportable } from './layout'

type Props = MailProps<'providerChanged'>

/** @returns the subject and the heading */
export function providerSubject({ change, provider }: Pick<Props, 'change' | 'provider'>): string {
  return change === 'linked' ? `${provider} is connected to your account` : `${provider} was disconnected`
}

/** Sent to the owner of the account after every change. */
export function ProviderChanged({ change, provider, accountUrl, resetUrl, reportUrl }: Reportable & Props) {
  const subject = providerSubject({ change, provider })
  return (
    <Layout reportUrl={reportUrl} preview={subject} heading={subject}>
      <Paragraph>
        {change === 'linked'
          ? `You can now sign in to your account with ${provider}.`
          : `You can no longer sign in to your account with ${provider}.`}
      </Paragraph>
      <Paragraph>
        Wasn't you? Someone has access to your account. Reset your password now, and then check how you sign
        in: {accountUrl}
      </Paragraph>
      <Action href={resetUrl}>Reset password</Action>
      <FinePrint>If it was you, no action needed.</FinePrint>
    </Layout>
  )
}
