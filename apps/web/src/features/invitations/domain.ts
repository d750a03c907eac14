import { asText, asWords } from '@/lib/domain/column-values'
import { defineDomain } from '@/lib/domain/domain'

export const invitations = defineDomain({
  pages: {
    'members/invitations': {
      needs: { invitation: ['create'] },
      nav: { label: 'Invitations', icon: 'user-plus' },
      fallbackFor: 'members',
      examples: ['state=declined'],
    },
  },
  activity: {
    invitation: {
      label: 'Invitations',
      noun: 'invitation',
      namedBy: ['email'],
      columns: {
        email: { show: asText },
        role: { show: asWords },
        status: { show: asWords },
        custom_role_id: { label: 'role' },
        expires_at: { label: 'expiry' },
      },
    },
  },
  removed: { invitation: ['invitation', 'invitations'] },
})
