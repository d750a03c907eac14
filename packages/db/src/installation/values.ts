/** Who can create an account. `domains`: people with an email at a listed domain. */
export const signUpModes = ['open', 'invitation', 'domains'] as const
export type SignUpMode = (typeof signUpModes)[number]

/** Who can create an organization. */
export const organizationCreators = ['everyone', 'admins'] as const
export type OrganizationCreators = (typeof organizationCreators)[number]

/** Bounds shared by the form and the table. */
export const installationBounds = { domainsLength: 1000, bannerLength: 300, reasonLength: 500 } as const
