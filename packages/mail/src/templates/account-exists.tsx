import { Link } from '@react-email/components'
import { Action, FinePrint, Layout, Paragraph } from './layout'

/**
 * Goes to the owner of an address that somebody signs up with again, or wants for another account. The page answers that
 * visitor as it answers anybody, so only this message says that the account is there.
 */
export function AccountExists(props: { signInUrl: string; resetUrl: string }) {
  return (
    <Layout preview="You already have an account." heading="You already have an account">
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
