import { Action, FinePrint, Layout, Paragraph, type Reportable } from './layout'
import { type TwoFactorChange, twoFactorSentence, twoFactorSubjects } from './two-factor-texts'

interface Props extends Reportable {
  change: TwoFactorChange
  left: number
  accountUrl: string
  resetUrl: string
}

/** Sent to the owner of the account after every change. */
export function TwoFactorChanged({ change, left, accountUrl, resetUrl, reportUrl }: Props) {
  return (
    <Layout reportUrl={reportUrl} preview={twoFactorSubjects[change]} heading={twoFactorSubjects[change]}>
      <Paragraph>{twoFactorSentence(change, left)}</Paragraph>
      <Paragraph>
        Wasn't you? Someone knows your password. Reset it now, and then check your account: {accountUrl}
      </Paragraph>
      <Action href={resetUrl}>Reset password</Action>
      <FinePrint>If it was you, no action needed.</FinePrint>
    </Layout>
  )
}
