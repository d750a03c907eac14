import { Action, FinePrint, FullUrl, Layout, Paragraph, type Reportable } from './layout'

interface Props extends Reportable {
  url: string
  /** In words, such as "Chrome on Windows". */
  browser: string
  /** A masked IP. */
  network: string
  /** When, in UTC. */
  at: string
  days: number
}

/** Sent when someone signs in with a browser that this person has not used before. */
export function NewSignIn({ url, browser, network, at, days, reportUrl }: Props) {
  const from = network === 'unknown' ? '' : `, from the network ${network}`
  return (
    <Layout reportUrl={reportUrl} preview={`${browser}, ${at}.`} heading="New sign-in to your account">
      <Paragraph>
        {browser}
        {from}, at {at}. The sign-in succeeded, and this browser was not used with your account before.
      </Paragraph>
      <Paragraph>
        Wasn't you? Sign out everywhere and choose a new password. The link works once and expires in {days}{' '}
        days.
      </Paragraph>
      <Action href={url}>This wasn't me</Action>
      <FinePrint>If it was you, no action needed.</FinePrint>
      <FullUrl href={url} />
    </Layout>
  )
}
