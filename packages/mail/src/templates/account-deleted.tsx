import { Action, FinePrint, Layout, Paragraph, type Reportable } from './layout'

export function AccountDeleted(props: Reportable & { signUpUrl: string }) {
  return (
    <Layout
      reportUrl={props.reportUrl}
      preview="Your account was deleted."
      heading="Your account was deleted"
    >
      <Paragraph>
        Your account was deleted and you were signed out everywhere. What you created stays in its
        organization without your name.
      </Paragraph>
      <Action href={props.signUpUrl}>Create a new account</Action>
      <FinePrint>Wasn't you? Contact us. Someone may know your password.</FinePrint>
    </Layout>
  )
}
