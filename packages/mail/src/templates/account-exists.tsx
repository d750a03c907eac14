import { Link } from '@react-email/link'
import { Action, FinePrint, Layout, Paragraph, type Reportable } from './layout'

/**
 * Sent when someone signs up with, or changes to, an email that has an account. The page shows the usual response, so
 * only this email reveals the account.
 */
export function AccountExists(props: Reportable & { signInUrl: string; resetUrl: string }) {
  return (
    <Layout
      reportUrl={props.reportUrl}
      preview="You already have an account."
      heading="You already have an account"
    >
      <Paragraph>
        Someone tried to use this email for a new account, but it already has one. If it was you, sign in
        instead.
      </Paragraph>
      <Action href={props.signInUrl}>Sign in</Action>
      <Paragraph>
        Forgot your password?{' '}
        <Link
          className="strong"
          href={props.resetUrl}
          style={{ color: '#18181b', textDecoration: 'underline' }}
        >
          Reset it
        </Link>
      </Paragraph>
      <FinePrint>Wasn't you? No action needed. Nothing changed.</FinePrint>
    </Layout>
  )
}
