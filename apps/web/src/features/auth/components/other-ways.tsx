import { enabledProviders } from '@kit/auth/providers/providers'
import { isMagicLinkOn } from '@kit/auth/session/magic-link'

import { MailedLinkButton } from './mailed-link-button'
import { ProviderForm } from './provider-form'

interface Props {
  next?: string
  /** Whether to offer a mailed link, which only signs in to an existing account. */
  withLink?: boolean
}

/** The ways to sign in without a password that are set up. */
export function OtherWays({ next, withLink = false }: Props) {
  const providers = enabledProviders()
  const hasLink = withLink && isMagicLinkOn()
  if (providers.length === 0 && !hasLink) return null
  return (
    <section aria-label="Other ways" className="mt-2 border-t pt-6">
      {providers.map((provider) => (
        <ProviderForm key={provider.id} provider={provider} next={next} />
      ))}
      {hasLink ? <MailedLinkButton next={next} /> : null}
    </section>
  )
}
