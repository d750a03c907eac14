import { FinePrint, Layout, Paragraph, type Reportable } from './layout'

/** Sent to someone without a password, before a change that needs one. */
export function ConfirmationCode({
  code,
  minutes,
  reportUrl,
}: Reportable & { code: string; minutes: number }) {
  return (
    <Layout reportUrl={reportUrl} preview="Your confirmation code" heading="Your confirmation code">
      <Paragraph>Enter this code in the browser where you're signed in:</Paragraph>
      <Paragraph>
        <strong>{code}</strong>
      </Paragraph>
      <FinePrint>
        It works once, for {minutes} minutes. If you didn't ask for it, someone is using your session. Never
        tell anyone the code.
      </FinePrint>
    </Layout>
  )
}
