import { Action, AddressOf, FinePrint, Layout, Paragraph } from './layout'

/** Proves that an address belongs to who wants their account to have it. It carries no name, as when signing up. */
export function ChangeEmail(props: { url: string }) {
  return (
    <Layout preview="Confirm that this address is yours." heading="Confirm your other e-mail address">
      <Paragraph>
        Somebody asked that their account have this address. If it was you, confirm it where you are signed
        in. The link works once and for one hour.
      </Paragraph>
      <Action href={props.url}>Confirm address</Action>
      <FinePrint>If that was not you, leave this message alone: nothing was changed.</FinePrint>
      <AddressOf href={props.url} />
    </Layout>
  )
}
