import { demoInvitations } from '../invitations/demo'
import { demoRoles } from '../roles/demo'
import { demoTasks } from '../tasks/demo'
import type { DemoDomain } from './demo-domain'

/** The domains in the demo organizations, one line each. */
export const demoDomains: DemoDomain[] = [demoInvitations, demoRoles, demoTasks]
