import { Action, FinePrint, Layout, Paragraph } from './layout'

/** The last message that an account's address gets. */
export function AccountDeleted(props: { signUpUrl: string }) {
  return (
    <Layout preview="Your account is deleted." heading="Your account is deleted">
      <Paragraph>
        Your account and every session of it are gone. The tasks that you created stay with their
        organizations, without your name.
      </Paragraph>
      <Action href={props.signUpUrl}>Create another account</Action>
      <FinePrint>
        If that was not you, tell the people who run this site: somebody had your password.
      </FinePrint>
    </Layout>
  )
}
