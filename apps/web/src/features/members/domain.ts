import { asWords } from '@/lib/domain/column-values'
import { defineDomain } from '@/lib/domain/domain'

export const members = defineDomain({
  pages: {
    members: {
      needs: { member: ['read'] },
      nav: { label: 'Members', icon: 'users' },
      examples: ['search=nobody-has-this'],
    },
  },
  activity: {
    member: {
      label: 'Members',
      noun: 'member',
      verbs: ['added', 'removed'],
      namedBy: [],
      columns: {
        role: { show: asWords },
        custom_role_id: { label: 'role' },
        user_id: { label: 'person' },
      },
    },
  },
  removed: { member: ['membership', 'memberships'] },
})
