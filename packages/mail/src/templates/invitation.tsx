import { Action, AddressOf, FinePrint, Layout, Paragraph } from './layout'

/**
 * Asks somebody to join an organization. Nothing in it is the inviter's to write but the two names, and of those only
 * what `nameInMail` leaves: a stranger may get this message, and whoever sends it may be up to something.
 */
export function Invitation(props: {
  url: string
  organization: string | undefined
  inviter: string | undefined
  roleName: string
  days: number
}) {
  const { organization = 'an organization', inviter = 'Somebody' } = props
  return (
    <Layout preview={`Join ${organization} on Gatehouse.`} heading={`Join ${organization}`}>
      <Paragraph>
        {inviter} invites you to {organization} on Gatehouse, in the role of {props.roleName}. The link works
        once, for {props.days} days, and for this address only.
      </Paragraph>
      <Action href={props.url}>See the invitation</Action>
      <FinePrint>
        Opening the link joins nothing yet: you are asked first. If you do not know who this is from, leave
        this message alone, and pass the link on to nobody.
      </FinePrint>
      <AddressOf href={props.url} />
    </Layout>
  )
}
