// Every table, one line per domain: drizzle-kit generates migrations from this list, and Better Auth finds its models here.
export * from './accounts/table'
export * from './activity/table'
export * from './invitations/table'
export * from './mail/table'
export * from './members/table'
export * from './organizations/table'
export * from './roles/table'
export * from './tasks/table'
