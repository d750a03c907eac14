import { asText } from '@/lib/domain/column-values'
import { defineDomain } from '@/lib/domain/domain'

const shown = { show: asText } as const

/** The pages of this domain are not inside an organization, so they are not declared here. */
export const people = defineDomain({
  activity: {
    user: {
      label: 'People',
      noun: 'account',
      forAdmins: true,
      namedBy: [],
      columns: {
        reason: shown,
        suspended: shown,
        suspended_until: shown,
        email_verified: shown,
        role: shown,
        sessions: shown,
        password_reset: { label: 'password reset link' },
        two_factor_reset: { label: 'two-factor reset', show: asText },
        requested_by: { label: 'requested by', show: asText },
        deleted: shown,
        impersonation: shown,
      },
    },
  },
})
