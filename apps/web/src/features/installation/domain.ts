import { asText } from '@/lib/domain/column-values'
import { defineDomain } from '@/lib/domain/domain'

const shown = { show: asText } as const

/** The page of this domain is not inside an organization, so it is not declared here. */
export const installation = defineDomain({
  activity: {
    installation: {
      label: 'Settings of the site',
      noun: 'settings of the site',
      forAdmins: true,
      namedBy: [],
      columns: {
        reason: shown,
        sign_up_mode: { label: 'sign-up', show: asText },
        sign_up_domains: { label: 'sign-up domains', show: asText },
        organization_creators: { label: 'who creates organizations', show: asText },
        banner: shown,
      },
    },
  },
})
