import { Action, FinePrint, Layout, Paragraph } from './layout'
import { type TwoFactorChange, twoFactorSentence, twoFactorSubjects } from './two-factor-texts'

interface Props {
  change: TwoFactorChange
  left: number
  accountUrl: string
  resetUrl: string
}

/** Sent to the owner of the account after every change. */
export function TwoFactorChanged({ change, left, accountUrl, resetUrl }: Props) {
  return (
    <Layout preview={twoFactorSubjects[change]} heading={twoFactorSubjects[change]}>
      <Paragraph>{twoFactorSentence(change, left)}</Paragraph>
      <Paragraph>
        Wasn't you? Someone knows your password. Reset it now, and then check your account: {accountUrl}
      </Paragraph>
      <Action href={resetUrl}>Reset password</Action>
      <FinePrint>If it was you, no action needed.</FinePrint>
    </Layout>
  )
}
