import { asText } from '@/lib/domain/column-values'
import { defineDomain } from '@/lib/domain/domain'

export const roles = defineDomain({
  pages: {
    roles: { needs: { member: ['read'] }, nav: { label: 'Roles', icon: 'key-round' } },
    'roles/new': {
      needs: { role: ['create'] },
      nav: { label: 'New role', icon: 'plus' },
      fallbackFor: 'roles',
    },
    'roles/[id]': { needs: { member: ['read'] } },
  },
  activity: {
    organization_role: {
      label: 'Roles',
      noun: 'organization role',
      namedBy: ['name'],
      columns: { name: { show: asText }, created_by: { label: 'creator' } },
    },
  },
})
