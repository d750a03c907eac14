import { Action, FinePrint, Layout, Paragraph } from './layout'

/** Goes to the address that an account has, when somebody in it asks for another one. */
export function ChangeEmailNotice(props: { resetUrl: string }) {
  return (
    <Layout preview="Your account may get another address." heading="Your e-mail address is about to change">
      <Paragraph>
        Somebody who is signed in to your account, and knows its password, asked that it have another address.
        It changes once the link that we mailed there is followed.
      </Paragraph>
      <Paragraph>If that was not you, choose another password now. It ends the other link.</Paragraph>
      <Action href={props.resetUrl}>Choose a password</Action>
      <FinePrint>If that was you, there is nothing to do here.</FinePrint>
    </Layout>
  )
}
