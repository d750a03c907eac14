import { Action, FullUrl, FinePrint, Layout, Paragraph, type Reportable } from './layout'

/** An invitation. It may reach a stranger, so the inviter controls only two names, filtered by `nameInMail`. */
export function Invitation(
  props: Reportable & {
    url: string
    organization: string | undefined
    inviter: string | undefined
    roleName: string
    days: number
  },
) {
  const { organization = 'an organization', inviter = 'Someone' } = props
  return (
    <Layout
      reportUrl={props.reportUrl}
      preview={`Join ${organization} on Gatehouse.`}
      heading={`Join ${organization}`}
    >
      <Paragraph>
        <bdi>{inviter}</bdi> invited you to join <bdi>{organization}</bdi> on Gatehouse with the role{' '}
        <bdi>{props.roleName}</bdi>. The link works once, expires in {props.days} days, and works only for
        this email.
      </Paragraph>
      <Action href={props.url}>View invitation</Action>
      <FinePrint>
        You can review the invitation before you join. If you don't know the sender, ignore this email. Don't
        share the link.
      </FinePrint>
      <FullUrl href={props.url} />
    </Layout>
  )
}
