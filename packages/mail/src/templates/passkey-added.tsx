import { Action, FinePrint, FullUrl, Layout, Paragraph, type Reportable } from './layout'

interface Props extends Reportable {
  url: string
  /** What the user called it, if that is safe in an email. */
  name?: string | undefined
  days: number
}

/** Sent to the owner of the account. A new password doesn't stop a passkey, so the link removes it. */
export function PasskeyAdded({ url, name, days, reportUrl }: Props) {
  const named = name ? ` “${name}”` : ''
  return (
    <Layout
      reportUrl={reportUrl}
      preview="You can now sign in with it, without your password."
      heading="A passkey was added to your account"
    >
      <Paragraph>The passkey{named} can now sign in to your account without your password.</Paragraph>
      <Paragraph>
        Wasn't you? Remove all passkeys, sign out everywhere and choose a new password. The link works once
        and expires in {days} days.
      </Paragraph>
      <Action href={url}>This wasn't me</Action>
      <FinePrint>If it was you, no action needed.</FinePrint>
      <FullUrl href={url} />
    </Layout>
  )
}
