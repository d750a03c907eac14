import { Action, FullUrl, FinePrint, Layout, Paragraph, type Reportable } from './layout'

/**
 * Verifies the email of a new account. It contains no name: a stranger chose it and could put an ad or a link in it.
 */
export function VerifyEmail(props: Reportable & { url: string }) {
  return (
    <Layout
      reportUrl={props.reportUrl}
      preview="Verify your email to finish signing up."
      heading="Verify your email"
    >
      <Paragraph>
        Someone created an account with this email. If it was you, verify it with the password you chose. The
        link expires in 1 hour.
      </Paragraph>
      <Action href={props.url}>Verify email</Action>
      <FinePrint>Didn't sign up? Ignore this email. The account stays inactive.</FinePrint>
      <FullUrl href={props.url} />
    </Layout>
  )
}
