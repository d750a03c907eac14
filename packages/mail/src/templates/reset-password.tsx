import { Action, AddressOf, FinePrint, Layout, Paragraph } from './layout'

/** Lets the owner of the address choose another password, once. */
export function ResetPassword(props: { url: string }) {
  return (
    <Layout preview="Choose a new password." heading="Choose a new password">
      <Paragraph>
        Somebody asked to reset the password of your account. The link works once and for one hour; using it
        signs you out everywhere.
      </Paragraph>
      <Action href={props.url}>Choose a password</Action>
      <FinePrint>If that was not you, leave this message alone: your password stays as it is.</FinePrint>
      <AddressOf href={props.url} />
    </Layout>
  )
}
