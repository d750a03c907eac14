import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'

import { emailOfMagicLink, isMagicLinkOn } from '@kit/auth/session/magic-link'
import { getSession } from '@kit/auth/session/session'
import { offerCaptcha } from '@/components/captcha/offer-captcha'
import { FormPage } from '@/components/form-page'
import { TextLink } from '@/components/text-link'
import { RequestLinkForm } from '@/features/auth/components/request-link-form'
import { UseLinkForm } from '@/features/auth/components/use-link-form'
import { requestMagicLinkSchema, signInWithMagicLinkSchema } from '@/features/auth/schema'
import { constraintsOf } from '@/lib/input/constraints'
import { firstValue } from '@/lib/url/first-value'
import { redirectPath } from '@/lib/url/redirect-path'
import { withNext } from '@/lib/url/with-next'

export const metadata: Metadata = { title: 'Sign in with a link', robots: { index: false } }

interface Props {
  searchParams: Promise<{ token?: string | string[]; next?: string | string[] }>
}

/** Asks for the email to send a link to. When opened from that link, asks for a click. */
export default async function LinkPage({ searchParams }: Props) {
  if (!isMagicLinkOn()) notFound()
  const { token: givenToken, next: givenNext } = await searchParams
  const token = firstValue(givenToken)
  const next = redirectPath(firstValue(givenNext), '')
  if (await getSession()) redirect(redirectPath(next, '/organizations/open'))
  if (!token) return <RequestLink next={next} />
  const email = await emailOfMagicLink(token)
  return (
    <FormPage
      title="Sign in"
      description={
        email ? (
          <>
            To the account of <strong className="font-medium text-foreground">{email}</strong>.
          </>
        ) : (
          'This link has expired or was already used.'
        )
      }
      footer={<TextLink href="/sign-in/link">Get a new link</TextLink>}
    >
      <UseLinkForm constraints={constraintsOf(signInWithMagicLinkSchema)} token={token} />
    </FormPage>
  )
}

function RequestLink({ next }: { next: string }) {
  return (
    <FormPage
      title="Sign in with a link"
      description="We'll email you a link that signs you in. It works once, for 15 minutes."
      footer={<TextLink href={withNext('/sign-in', next)}>Sign in another way</TextLink>}
    >
      <RequestLinkForm
        constraints={constraintsOf(requestMagicLinkSchema)}
        captcha={offerCaptcha('auth.requestMagicLink')}
        next={next}
      />
    </FormPage>
  )
}
