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
        suspended_at: { label: 'suspended' },
        suspended_because: { label: 'suspension reason', show: asText },
        deleted_from: { label: 'deletion' },
        reason: { show: asText },
        two_factor_required: { label: 'two-factor authentication required', show: asText },
      },
    },
  },
})
