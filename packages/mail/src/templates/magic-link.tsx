import { Action, FinePrint, Layout, Paragraph, type Reportable } from './layout'

/** Sent to an email with an account, at most a few times an hour: anyone can ask for it. */
export function MagicLink({ url, minutes, reportUrl }: Reportable & { url: string; minutes: number }) {
  return (
    <Layout reportUrl={reportUrl} preview="Your sign-in link" heading="Your sign-in link">
      <Paragraph>
        Open this link and press the button to sign in. It works once, for {minutes} minutes.
      </Paragraph>
      <Action href={url}>Sign in</Action>
      <FinePrint>If you didn't ask for this, no action needed. Don't share the link.</FinePrint>
    </Layout>
  )
}
