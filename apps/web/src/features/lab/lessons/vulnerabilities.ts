import { feature, gate, unguarded, type Lesson } from './lesson'

/** Authorization takes four lessons, one for each question it answers. */
export const vulnerabilities: readonly Lesson[] = [
  {
    slug: 'no-validation',
    title: 'No input validation',
    kind: 'vulnerability',
    summary: 'An action receives whatever was sent, of any length.',
    mistake:
      'The action stores the text it receives. A form’s limits apply in the browser only, and callers can skip the form.',
    attack:
      'Send text that is too long. Unguarded stores an image URL of 100,000 characters, and every page that shows the image has to send them.',
    fix: 'The schema limits each field. The form takes its limits from the same schema, and the action checks again because callers can skip the form.',
    ...unguarded('no-validation', 'updateImageAction'),
    fixCode: [
      feature('account', 'schema', 'updateNameSchema'),
      feature('account', 'actions', 'updateNameAction'),
    ],
    endpoint: 'updateNameAction',
    fires: 'size.one-over-the-bound.1',
    rule: 'has-input-schema',
  },
  {
    slug: 'no-authentication',
    title: 'No authentication',
    kind: 'vulnerability',
    summary: 'Requiring sign-in on the page doesn’t protect the action.',
    mistake:
      'The page requires a session, but the action doesn’t. Each action is a public POST endpoint that responds on any URL of the app, signed in or not.',
    attack: 'Call the action without a cookie. Unguarded deletes a task for a signed-out caller.',
    fix: 'The client that builds an action decides who can call it. This one requires a valid session, read from the database on every call.',
    ...unguarded('no-authentication', 'deleteTaskAction'),
    fixCode: [
      gate('clients/authenticated-action-client', 'authenticatedActionClient'),
      feature('tasks', 'actions', 'deleteTasksAction'),
    ],
    endpoint: 'deleteTasksAction',
    fires: 'session.no-cookie.1',
    rule: 'exports-built-by-client',
  },
  {
    slug: 'no-ownership',
    title: 'Authorization 1: ownership',
    kind: 'vulnerability',
    summary: 'Being signed in doesn’t mean you own the data.',
    mistake:
      'Authentication says who you are. Authorization says what you may do, and its first question is whose row it is. This action knows who is calling, but deletes any task whose ID it gets.',
    attack:
      'Sign in as an editor and send the ID of someone else’s task. Unguarded deletes it. In Gatehouse, editors can delete only tasks they created or are assigned to.',
    fix: 'The rule is part of the chain, the list of checks in an action’s definition. It loads and locks the tasks, and checks that the member can change each one.',
    ...unguarded('no-ownership', 'deleteTaskAction'),
    fixCode: [
      feature('tasks', 'actions', 'withOwnTasks', 'deleteTasksAction'),
      feature('tasks', 'rules', 'canModifyTask'),
      { file: 'packages/auth/src/permissions/own-rows.ts', names: ['canModifyOwn'] },
    ],
    endpoint: 'deleteTasksAction',
    fires: 'role.an-editor-on-someone-else-s-task.1',
    rule: 'is-authorized',
  },
  {
    slug: 'no-membership',
    title: 'Authorization 2: membership',
    kind: 'vulnerability',
    summary: 'Naming an organization doesn’t make you a member of it.',
    mistake:
      'The call names an organization, and the query is limited to it. Nothing checks whether the caller is a member.',
    attack:
      'Sign in to Globex and name Acme in the call. Unguarded changes Acme’s task for a member of another organization.',
    fix: 'This client opens the organization’s data with one query that also proves membership. A missing organization and someone else’s get the same response, so the response doesn’t tell which ones exist.',
    ...unguarded('no-membership', 'completeTaskAction'),
    fixCode: [
      gate('clients/organization-action-client', 'organizationActionClient'),
      feature('tasks', 'actions', 'patchTasksAction'),
    ],
    endpoint: 'patchTasksAction',
    fires: 'tenant.the-other-organization-s-editor.1',
    rule: 'is-authorized',
  },
  {
    slug: 'no-role',
    title: 'Authorization 3: role',
    kind: 'vulnerability',
    summary: 'A member must not be able to rise above their own role.',
    mistake:
      'The action checks that the caller is a member, then gives any member any role. It never compares the caller’s role with the one they give.',
    attack: 'Sign in as an admin and make yourself the owner. Unguarded allows it.',
    fix: 'Roles have an order: owner, admin, editor, viewer. You can change only members below you, and give only roles below yours.',
    ...unguarded('no-role', 'changeRoleAction'),
    fixCode: [feature('members', 'actions', 'withRoleChange', 'changeRoleAction')],
    endpoint: 'changeRoleAction',
    fires: 'role.an-admin-makes-themselves-owner.1',
    rule: 'is-authorized',
  },
  {
    slug: 'no-permission',
    title: 'Authorization 4: permission',
    kind: 'vulnerability',
    summary: 'Not every member can do everything.',
    mistake:
      'The action checks membership and creates the task. But a viewer is a member too, and viewers can only read.',
    attack: 'Sign in as a viewer and call the action. Unguarded creates the task.',
    fix: 'The definition names the permission: task.create. One table says which role has which permission, and the page uses the same table to hide the button.',
    ...unguarded('no-permission', 'createTaskAction'),
    fixCode: [
      feature('tasks', 'actions', 'createTaskAction'),
      gate('middleware/with-feature-permission', 'withFeaturePermission'),
    ],
    endpoint: 'createTaskAction',
    fires: 'role.as-viewer.1',
    rule: 'is-authorized',
  },
  {
    slug: 'no-rate-limit',
    title: 'No rate limit',
    kind: 'vulnerability',
    summary: 'Unlimited attempts eventually succeed.',
    mistake: 'The password is checked, but with unlimited attempts.',
    attack:
      'Guess passwords and watch the counter. In Gatehouse, three guesses pass, and then a captcha is required: the password isn’t even checked. In Unguarded every guess is checked, until one is right.',
    fix: 'A rate limit counts calls in a period. Named limits count by IP, by account and by action, in the database, so that all servers share one count. After three wrong passwords a captcha is required. After ten, the account stops accepting guesses for a while.',
    ...unguarded('no-rate-limit', 'signInAction'),
    fixCode: [
      feature('auth', 'actions', 'signInAction'),
      gate('middleware/with-rate-limit', 'withRateLimit'),
    ],
    endpoint: 'signInAction',
    fires: 'limit.guesses',
    rule: 'is-limited',
  },
  {
    slug: 'captured-secret',
    title: 'A secret in a closure',
    kind: 'vulnerability',
    summary: 'Variables that an inline action captures are sent to every visitor.',
    mistake:
      'A closure is a function that uses variables around it. This action is defined inside a page and uses the page’s API key and user ID. To have them when the form is sent, Next writes them into the page, encrypted with one key for the whole build.',
    attack:
      'Read the page’s source. Anyone who gets the key, which the build output contains, can read the secret. Even without it, one user’s values work in another user’s session, because nothing ties them to who got them. In Gatehouse there are no such values; the attack makes some up and sends them instead of the input.',
    fix: 'Actions live in their own files and capture nothing. They read the session and secrets on the server. A lint rule forbids inline actions.',
    mistakeCode: { file: 'apps/unguarded/src/app/captured-secret/page.tsx', names: ['Page'] },
    control: 'captured-secret',
    fixCode: [
      { file: 'apps/unguarded/src/app/captured-secret/fixed/actions.ts', names: ['updateNameAction'] },
      feature('account', 'actions', 'updateNameAction'),
    ],
    endpoint: 'updateNameAction',
    fires: 'arguments.server-function-with-bound-arguments-instead-of-the-input.1',
    rule: 'no-inline-server',
  },
]
