import { demoInvitations } from '../invitations/demo'
import { demoRoles } from '../roles/demo'
import { demoTasks } from '../tasks/demo'
import type { DemoDomain } from './demo-domain'

/** What fills the demo organizations, one line per domain. */
export const demoDomains: DemoDomain[] = [demoInvitations, demoRoles, demoTasks]
