import { Action, FullUrl, FinePrint, Layout, Paragraph, type Reportable } from './layout'

export function ResetPassword(props: Reportable & { url: string }) {
  return (
    <Layout reportUrl={props.reportUrl} preview="Reset your password." heading="Reset your password">
      <Paragraph>
        Someone asked to reset your password. The link works once and expires in 1 hour. Resetting your
        password signs you out everywhere.
      </Paragraph>
      <Action href={props.url}>Reset password</Action>
      <FinePrint>Wasn't you? Ignore this email. Your password stays the same.</FinePrint>
      <FullUrl href={props.url} />
    </Layout>
  )
}
