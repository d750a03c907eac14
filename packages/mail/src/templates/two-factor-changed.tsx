import { Action, FinePrint, FullUrl, Layout, Paragraph, type Reportable } from './layout'
import { type TwoFactorChange, twoFactorSentence, twoFactorSubjects } from './two-factor-texts'

interface Props extends Reportable {
  change: TwoFactorChange
  left: number
  undo?: { url: string; days: number } | undefined
  accountUrl: string
  resetUrl: string
}

/** Sent to the owner of the account after every change. */
export function TwoFactorChanged({ change, left, undo, accountUrl, resetUrl, reportUrl }: Props) {
  return (
    <Layout reportUrl={reportUrl} preview={twoFactorSubjects[change]} heading={twoFactorSubjects[change]}>
      <Paragraph>{twoFactorSentence(change, left)}</Paragraph>
      {undo ? (
        <Paragraph>
          Wasn't you? Someone knows your password. Turn two-factor authentication off, sign out everywhere and
          choose a new password. The link works once and expires in {undo.days} days.
        </Paragraph>
      ) : (
        <Paragraph>
          Wasn't you? Someone knows your password. Reset it now, and then check your account: {accountUrl}
        </Paragraph>
      )}
      <Action href={undo?.url ?? resetUrl}>{undo ? "This wasn't me" : 'Reset password'}</Action>
      <FinePrint>If it was you, no action needed.</FinePrint>
      {undo ? <FullUrl href={undo.url} /> : null}
    </Layout>
  )
}
