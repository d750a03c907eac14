import { Action, FullUrl, FinePrint, Layout, Paragraph, type Reportable } from './layout'

/** Verifies a new email. It contains no user-chosen name, like the sign-up email. */
export function ChangeEmail(props: Reportable & { url: string }) {
  return (
    <Layout reportUrl={props.reportUrl} preview="Confirm your new email." heading="Confirm your new email">
      <Paragraph>
        Someone asked to use this email for their account. If it was you, open the link where you're signed
        in. It works once and expires in 1 hour.
      </Paragraph>
      <Action href={props.url}>Confirm email</Action>
      <FinePrint>Wasn't you? Ignore this email. Nothing changed.</FinePrint>
      <FullUrl href={props.url} />
    </Layout>
  )
}
