import { pgRole } from 'drizzle-orm/pg-core'

// Created by drizzle/0000_roles.sql; Drizzle only names them.

/** What the app's login role is granted: accounts and organizations, but no tenant's content. */
export const appRole = pgRole('gatehouse_app').existing()

/** What a tenant transaction runs as: one organization's rows and nothing else. */
export const tenantRole = pgRole('gatehouse_tenant').existing()
