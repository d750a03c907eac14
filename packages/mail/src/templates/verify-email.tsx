import { Action, AddressOf, FinePrint, Layout, Paragraph } from './layout'

/**
 * Proves that an address belongs to who signed up. It carries no name: a stranger chooses that one, and could write an
 * advertisement or a link into somebody's mail with it.
 */
export function VerifyEmail(props: { url: string }) {
  return (
    <Layout preview="Verify your email to finish signing up." heading="Verify your email">
      <Paragraph>
        Someone created an account with this email. If it was you, verify it with the password you chose. The
        link expires in 1 hour.
      </Paragraph>
      <Action href={props.url}>Verify email</Action>
      <FinePrint>Didn't sign up? Ignore this email. The account stays inactive.</FinePrint>
      <AddressOf href={props.url} />
    </Layout>
  )
}
