import type { Metadata } from 'next'
import { redirect } from 'next/navigation'

import { providerVisit } from '@kit/auth/providers/start-attempt'
import { FormPage } from '@/components/form-page'
import { buttonVariants } from '@/components/ui/button'
import { cn } from '@/lib/cn'

export const metadata: Metadata = { title: 'Continue to the provider', robots: { index: false } }

/**
 * Sends the browser on to the provider. A page instead of a redirect, because browsers apply the policy's `form-action` to
 * every redirect after a form, including those between providers. This way, the policy can stay strict.
 */
export default async function ProviderPage() {
  const visit = await providerVisit()
  if (!visit) redirect('/sign-in?problem=ended')
  return (
    <>
      <meta httpEquiv="refresh" content={`0; url=${visit.url}`} />
      <FormPage title={`Continue to ${visit.name}`} description="You sign in there and come back here.">
        <a href={visit.url} className={cn(buttonVariants(), 'w-full')}>
          Continue
        </a>
      </FormPage>
    </>
  )
}
