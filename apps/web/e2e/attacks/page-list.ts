import type { Person } from '@kit/attacks/app/people'
import type { Arena } from '@kit/attacks/engine/arena'

export interface Page {
  name: string
  path: (arena: Arena) => string
  /** Who may read it. */
  reader: Person
  /** What they see on it. */
  shows: (arena: Arena) => string
  /** Its reader may know every name and address of the installation. */
  ofEverybody?: true
  /** Answers for who is signed in and has no business there. */
  stranger: readonly number[]
}

export const acmeTask = (arena: Arena) => arena.taskId({ organization: 'acme', createdBy: 'owner@acme.test' })
export const title = (arena: Arena, id: string) => String(arena.row('task', id).title)

export const organizationPages: Page[] = [
  {
    name: 'the tasks of an organization',
    path: () => '/acme/tasks?sort=oldest',
    reader: 'editor@acme.test',
    shows: (arena) => title(arena, oldest(arena)),
    stranger: [404],
  },
  {
    name: 'a task',
    path: (arena) => `/acme/tasks/${acmeTask(arena)}`,
    reader: 'editor@acme.test',
    shows: (arena) => title(arena, acmeTask(arena)),
    stranger: [404],
  },
  {
    name: 'a list that nothing is in',
    path: () => '/acme/tasks?search=nothing-has-this',
    reader: 'editor@acme.test',
    shows: () => 'No task matches these filters',
    stranger: [404],
  },
  {
    name: 'the form of a task',
    path: () => '/acme/tasks/new',
    reader: 'editor@acme.test',
    shows: () => 'Acme Viewer',
    stranger: [404],
  },
  {
    name: 'the members of an organization',
    path: () => '/acme/members',
    reader: 'editor@acme.test',
    shows: () => 'viewer@acme.test',
    stranger: [404],
  },
  {
    name: 'the roles of an organization',
    path: () => '/acme/roles',
    reader: 'viewer@acme.test',
    shows: () => 'Steward',
    stranger: [404],
  },
  {
    name: 'the form of a role',
    path: () => '/acme/roles/new',
    reader: 'admin@acme.test',
    shows: () => 'What it allows',
    stranger: [404],
  },
  {
    name: 'a role',
    path: (arena) => `/acme/roles/${arena.roleId('Triage')}`,
    reader: 'admin@acme.test',
    shows: () => 'Delete this role',
    stranger: [404],
  },
  {
    name: 'the invitations of an organization',
    path: () => '/acme/members/invitations',
    reader: 'admin@acme.test',
    shows: () => 'auditor@northwind.test',
    stranger: [404],
  },
  {
    name: 'the settings of an organization',
    path: () => '/acme/settings',
    reader: 'editor@acme.test',
    shows: () => 'Leave organization',
    stranger: [404],
  },
  {
    name: 'what was done in an organization',
    path: () => '/acme/activity',
    reader: 'admin@acme.test',
    shows: () => 'only this action',
    stranger: [404],
  },
  {
    name: 'what was refused about an organization',
    path: () => '/acme/activity?view=refused',
    reader: 'admin@acme.test',
    shows: () => 'Filter activity',
    stranger: [404],
  },
]

/** For super-admins alone. */
export const adminPages: Page[] = [
  {
    name: 'what was done anywhere',
    path: () => '/admin/activity',
    reader: 'root@gatehouse.test',
    ofEverybody: true,
    shows: () => 'only this action',
    stranger: [403],
  },
  {
    name: 'what was refused anywhere',
    path: () => '/admin/activity?view=refused',
    reader: 'root@gatehouse.test',
    ofEverybody: true,
    shows: () => 'Filter activity',
    stranger: [403],
  },
]

export const personalPages: Page[] = [
  {
    name: 'the account',
    path: () => '/account',
    reader: 'editor@acme.test',
    shows: () => 'editor@acme.test',
    stranger: [200],
  },
  {
    name: 'the organizations of a person',
    path: () => '/organizations',
    reader: 'editor@acme.test',
    shows: () => 'Acme',
    stranger: [200],
  },
]

function oldest(arena: Arena): string {
  const acme = arena
    .rows('task')
    .filter(({ organization_id }) => organization_id === arena.organizationId('acme'))
  return String(acme.toSorted((a, b) => String(a.created_at).localeCompare(String(b.created_at)))[0]?.id)
}
