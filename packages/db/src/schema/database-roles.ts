import { pgRole } from 'drizzle-orm/pg-core'

// Created by drizzle/0000_roles.sql, the worker's by drizzle/0009_mail.sql; declared here for use in policies.

/** Granted to the app's login role. Reaches accounts and organizations, but no tenant content. */
export const appRole = pgRole('gatehouse_app').existing()

/** The role of tenant transactions. Reaches one organization's rows only. */
export const tenantRole = pgRole('gatehouse_tenant').existing()

/** The role of the worker's transactions. Reads queued mail and what recipients blocked, and reaches nothing else. */
export const workerRole = pgRole('gatehouse_worker').existing()
