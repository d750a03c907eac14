import { LocalDate } from '@/components/dates/local-date'
import { PageSection } from '@/components/page-section'

import { loadLinkedProviders } from '../loaders'
import { LinkForm } from './link-form'

/** The provider accounts that the user can sign in with. Shows nothing if no provider is set up. */
export async function LinkedAccountsSection() {
  const providers = await loadLinkedProviders()
  if (providers.length === 0) return null
  return (
    <PageSection
      title="Connected accounts"
      description="Sign in with an account you already have elsewhere. We store only its ID."
    >
      <ul className="divide-y">
        {providers.map((provider) => (
          <li key={provider.id} className="flex flex-wrap items-center justify-between gap-3 py-3 first:pt-0">
            <span>
              <span className="font-medium">{provider.name}</span>
              <span className="block text-muted-foreground">
                {provider.since ? (
                  <>
                    Connected <LocalDate at={provider.since} />
                  </>
                ) : (
                  'Not connected'
                )}
              </span>
            </span>
            <LinkForm provider={provider} />
          </li>
        ))}
      </ul>
    </PageSection>
  )
}
