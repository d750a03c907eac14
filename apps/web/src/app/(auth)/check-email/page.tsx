import 'server-only'
import type { Metadata } from 'next'

import { begunInBrowser } from '@kit/auth/sign-up/sign-up-cookie'
import { env } from '@kit/env'
import { FormPage } from '@/components/form-page'
import { TextLink } from '@/components/text-link'
import { ResendForm } from '@/features/auth/components/resend-form'

export const metadata: Metadata = { title: 'Link sent', robots: { index: false } }

/** After signing up. Shows the same whether or not the email had an account. */
export default async function CheckEmailPage() {
  const { NODE_ENV, SMTP_URL, MAILBOX_PORT } = env()
  const begun = await begunInBrowser()
  return (
    <FormPage
      title="Check your email"
      description={
        <>
          We sent a link to{' '}
          {begun ? (
            <strong className="font-medium wrap-anywhere text-foreground">{begun.email}</strong>
          ) : (
            'you'
          )}
          . Open it in this browser to verify your email and continue.
        </>
      }
      footer={
        <>
          Wrong email? <TextLink href="/sign-up">Use another one</TextLink>
          {NODE_ENV === 'development' && !SMTP_URL ? (
            <p className="mt-2">
              In development, mail stays on this machine:{' '}
              <TextLink href={`http://localhost:${MAILBOX_PORT}`}>Open the mailbox</TextLink>
            </p>
          ) : null}
        </>
      }
    >
      {begun ? (
        <ResendForm />
      ) : (
        <p>
          Didn't get it? <TextLink href="/sign-in">Sign in</TextLink> to get a new link.
        </p>
      )}
      <p className="mt-6 text-sm text-muted-foreground">
        Did you once block our email? Unblock it with the link at the end of any email we sent you.
      </p>
    </FormPage>
  )
}
