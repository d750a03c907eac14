import { defineDomain } from '@/lib/domain/domain'

export const activity = defineDomain({
  pages: {
    activity: {
      needs: { audit: ['read'] },
      nav: { label: 'Activity', icon: 'history' },
      examples: ['view=refused', 'since=2001-01-01&until=2001-01-02', 'view=refused&kind=captcha'],
    },
  },
})
