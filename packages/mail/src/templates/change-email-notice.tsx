import { Action, FinePrint, Layout, Paragraph, type Reportable } from './layout'

/** Sent to the current email when someone requests a change. */
export function ChangeEmailNotice(props: Reportable & { resetUrl: string }) {
  return (
    <Layout
      reportUrl={props.reportUrl}
      preview="Someone asked to change the email of your account."
      heading="Your email is about to change"
    >
      <Paragraph>
        Someone who is signed in to your account and knows its password asked to change its email. It changes
        once they open the link we sent to the new email.
      </Paragraph>
      <Paragraph>Wasn't you? Reset your password now. The link to the new email stops working.</Paragraph>
      <Action href={props.resetUrl}>Reset password</Action>
      <FinePrint>If it was you, no action needed.</FinePrint>
    </Layout>
  )
}
