import { Action, FinePrint, Layout, Paragraph } from './layout'

/** The last message that an account's address gets. */
export function AccountDeleted(props: { signUpUrl: string }) {
  return (
    <Layout preview="Your account is deleted." heading="Your account is deleted">
      <Paragraph>
        Your account and every session of it are gone. What you created stays with its organization, without
        your name.
      </Paragraph>
      <Action href={props.signUpUrl}>Create another account</Action>
      <FinePrint>
        If that was not you, tell the people who run this site: somebody had your password.
      </FinePrint>
    </Layout>
  )
}
