import { asText } from '@/lib/domain/column-values'
import { defineDomain } from '@/lib/domain/domain'

const shown = { show: asText } as const

/** What people change about their own account. The pages are not inside an organization. */
export const account = defineDomain({
  activity: {
    account: {
      label: 'Own accounts',
      noun: 'account',
      forAdmins: true,
      namedBy: [],
      columns: {
        name: shown,
        email: shown,
        locale: { ...shown, label: 'format of dates and numbers' },
        time_zone: shown,
        two_factor: { ...shown, label: 'two-factor authentication' },
        linked_account: { ...shown, label: 'connected account' },
        deleted: shown,
      },
    },
  },
})
