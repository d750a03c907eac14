import { demoId } from '../demo/demo'
import type { DemoOrganization } from '../demo/demo'
import { demoDomain } from '../demo/demo-domain'
import { organizationRole } from './table'

interface DemoRole {
  organization: string
  name: string
  permissions: object
  createdBy: string
}

/** Without members. */
const roles: DemoRole[] = [
  {
    organization: 'acme',
    name: 'Triage',
    permissions: { member: ['read'], task: ['read', 'update'] },
    createdBy: 'owner@acme.test',
  },
  // Allows more than an admin, who can't change or grant it.
  {
    organization: 'acme',
    name: 'Steward',
    permissions: { organization: ['update', 'delete'], member: ['read'], task: ['read'] },
    createdBy: 'owner@acme.test',
  },
  {
    organization: 'globex',
    name: 'Globex readers',
    permissions: { member: ['read'], task: ['read'] },
    createdBy: 'owner@globex.test',
  },
]

export function demoRoleRows({ slug }: DemoOrganization) {
  return roles
    .filter(({ organization }) => organization === slug)
    .map(({ name, permissions, createdBy }) => ({
      id: demoId('role', `${slug} ${name}`),
      organizationId: demoId('organization', slug),
      name,
      permissions,
      createdBy: demoId('user', createdBy),
    }))
}

export const demoRoles = demoDomain(organizationRole, demoRoleRows, ({ createdBy }) => createdBy ?? '')
