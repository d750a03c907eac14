import { Action, AddressOf, FinePrint, Layout, Paragraph } from './layout'

/**
 * Proves that an address belongs to who signed up. It carries no name: a stranger chooses that one, and could write an
 * advertisement or a link into somebody's mail with it.
 */
export function VerifyEmail(props: { url: string }) {
  return (
    <Layout preview="Confirm that this address is yours." heading="Confirm your e-mail address">
      <Paragraph>
        An account was made with this address. If it was you, confirm it with the password that you chose. The
        link works for one hour.
      </Paragraph>
      <Action href={props.url}>Confirm address</Action>
      <FinePrint>If you did not sign up, leave this message alone: the account stays locked.</FinePrint>
      <AddressOf href={props.url} />
    </Layout>
  )
}
