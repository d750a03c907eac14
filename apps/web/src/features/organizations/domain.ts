import { asText } from '@/lib/domain/column-values'
import { defineDomain } from '@/lib/domain/domain'

export const organizations = defineDomain({
  pages: { settings: { needs: 'membership', nav: { label: 'Settings', icon: 'settings' } } },
  activity: {
    organization: {
      label: 'Organization',
      noun: 'organization',
      namedBy: ['name', 'slug'],
      columns: {
        name: { show: asText },
        slug: { show: asText },
        two_factor_required: { label: 'two-factor authentication required', show: asText },
      },
    },
  },
})
