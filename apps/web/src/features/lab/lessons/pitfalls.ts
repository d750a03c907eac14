import { feature, gate, unguarded, type Lesson } from './lesson'

export const pitfalls: readonly Lesson[] = [
  {
    slug: 'mass-assignment',
    title: 'Trusting TypeScript types',
    kind: 'pitfall',
    summary: 'Types don’t exist at runtime.',
    mistake:
      'The type says that the input has one field, a name, so the action writes the input to the row. But types are removed when the app is built, and nothing checks what arrives.',
    attack: 'Send another field. In Unguarded, role=super-admin makes the caller a super-admin.',
    fix: 'The schema checks at runtime. It’s strict: an unknown field is an error, and the action receives only the name.',
    ...unguarded('mass-assignment', 'updateProfileAction'),
    fixCode: [
      feature('account', 'schema', 'updateNameSchema'),
      feature('account', 'actions', 'updateNameAction'),
    ],
    endpoint: 'updateNameAction',
    fires: 'shape.extra-fields.1',
    rule: 'has-input-schema',
  },
  {
    slug: 'page-only',
    title: 'Authorization on the page only',
    kind: 'pitfall',
    summary: 'The page hides the form, but the action still accepts the call.',
    mistake: 'Only owners can see the page with the form, so the action assumes only owners call it.',
    attack:
      'Call the action without the page. Unguarded renames the organization for someone who can’t see the form.',
    fix: 'The action’s definition names the required permission. The page uses the same permission table to hide the form, but the action enforces it.',
    ...unguarded('page-only', 'renameOrganizationAction'),
    fixCode: [
      feature('organizations', 'actions', 'renameOrganizationAction'),
      gate('middleware/with-feature-permission', 'withFeaturePermission'),
    ],
    endpoint: 'renameOrganizationAction',
    fires: 'role.as-viewer.1',
    rule: 'is-authorized',
  },
  {
    slug: 'believed-ids',
    title: 'Trusting IDs from the client',
    kind: 'pitfall',
    summary: 'The client can’t decide who you are or which organization you’re in.',
    mistake: 'The form has fields for the organization and the creator, and the action trusts them.',
    attack:
      'Send other IDs. Unguarded adds a task to an organization the caller isn’t a member of, in the owner’s name.',
    fix: 'The creator comes from the session. The organization comes from a membership, checked in the query that opens its data. Below that, the database itself hides every other organization’s rows (row-level security).',
    ...unguarded('believed-ids', 'createTaskAction'),
    fixCode: [
      feature('tasks', 'actions', 'createTaskAction'),
      { file: 'packages/db/src/tasks/tasks.ts', names: ['createTask'] },
    ],
    endpoint: 'createTaskAction',
    fires: 'tenant.a-user-without-an-organization.1',
    rule: 'is-authorized',
  },
  {
    slug: 'internal-errors',
    title: 'Internal errors returned',
    kind: 'pitfall',
    summary: 'Error messages are for the developers who fix them, not for callers.',
    mistake: 'The action catches database errors and returns their messages to the caller.',
    attack:
      'Send a character the database can’t store. Unguarded returns the SQL statement with its table and columns.',
    fix: 'Expected errors have a code from a fixed set. Anything else gets one generic message and a request ID. The cause is in the server log under that ID.',
    ...unguarded('internal-errors', 'updateNameAction'),
    fixCode: [gate('errors/error-reply', 'errorReply', 'refusalOf')],
    endpoint: 'updateNameAction',
    fires: 'values.a-nul.1',
    rule: 'no-error-reply',
  },
  {
    slug: 'exported-helper',
    title: 'Exported helper functions',
    kind: 'pitfall',
    summary: 'In a “use server” file, every export is a public endpoint.',
    mistake:
      'A function used by an action is exported from the same file, for a test or for reuse. Now anyone can call it directly, without the action’s checks.',
    attack:
      'Find its action ID in the build and call it. Unguarded makes an editor the owner for a signed-out caller. In Gatehouse, no such helper is exported, so the attack has to call the action that changes roles.',
    fix: 'Action files export only actions built from a client, enforced by a lint rule and the audit. Helpers live in server-only packages.',
    ...unguarded('exported-helper', 'stepDownAction', 'setRole'),
    fixCode: [feature('members', 'actions', 'changeRoleAction')],
    endpoint: 'changeRoleAction',
    fires: 'session.no-cookie.1',
    rule: 'exports-built-by-client',
  },
]
