import { asText } from '@/lib/domain/column-values'
import { defineDomain } from '@/lib/domain/domain'

export const activity = defineDomain({
  activity: {
    activity: {
      label: 'Exports',
      noun: 'activity',
      namedBy: [],
      columns: { exported: { show: asText } },
    },
  },
  pages: {
    activity: {
      needs: { audit: ['read'] },
      nav: { label: 'Activity', icon: 'history' },
      examples: ['view=refused', 'since=2001-01-01&until=2001-01-02', 'view=refused&kind=captcha'],
    },
  },
})
