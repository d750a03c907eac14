/** Declarations from one file of this repository. */
export interface Excerpt {
  /** From the root of the repository. */
  file: string
  names: readonly string[]
}

export interface Lesson {
  slug: string
  title: string
  kind: 'vulnerability' | 'pitfall' | 'defense'
  /** One sentence, for the list. */
  summary: string
  /** The mistake, the attack and the fix: a paragraph each. */
  mistake: string
  attack: string
  fix: string
  /** The real code of the mistake. Defenses have none. */
  mistakeCode?: Excerpt
  /** The mistake's folder in the control group. */
  control?: string
  fixCode: readonly Excerpt[]
  /** The attacked action and the attack's ID. */
  endpoint: string
  fires: string
}

const unguarded = (mistake: string, ...names: string[]) => ({
  mistakeCode: { file: `apps/unguarded/src/app/${mistake}/actions.ts`, names },
  control: mistake,
})

const feature = (name: string, file: 'actions' | 'schema' | 'rules', ...names: string[]): Excerpt => ({
  file: `apps/web/src/features/${name}/${file}.ts`,
  names,
})

const gate = (file: string, ...names: string[]): Excerpt => ({
  file: `packages/action-middleware/src/${file}.ts`,
  names,
})

/** In reading order. */
export const lessons: readonly Lesson[] = [
  {
    slug: 'no-validation',
    title: 'No input validation',
    kind: 'vulnerability',
    summary: 'TypeScript types don’t exist at runtime.',
    mistake:
      'An action declares that it takes a string and trusts that. But types are erased at build time, so it receives whatever was sent, of any length and shape.',
    attack:
      'Send a string a thousand times too long, an object instead of a string, or a field the form doesn’t have. The control group stores 100,000 characters as an image URL.',
    fix: 'Every action has a schema that limits each field and rejects unknown ones. The form takes its limits from the same schema, and the action checks again because callers can skip the form.',
    ...unguarded('no-validation', 'updateImageAction'),
    fixCode: [
      feature('account', 'schema', 'updateNameSchema'),
      feature('account', 'actions', 'updateNameAction'),
    ],
    endpoint: 'updateNameAction',
    fires: 'size.one-over-the-bound.1',
  },
  {
    slug: 'no-authentication',
    title: 'No authentication',
    kind: 'vulnerability',
    summary: 'Requiring sign-in on the page doesn’t protect the action.',
    mistake:
      'The page requires a session, but the action doesn’t. Each action is a public POST endpoint that responds on any URL of the app, signed in or not.',
    attack: 'Call it without a cookie. The control group deletes any account for anyone.',
    fix: 'The client that builds an action decides who can call it. This one requires a valid session, read from the database on every call.',
    ...unguarded('no-authentication', 'deleteUserAction'),
    fixCode: [
      gate('clients/authenticated-action-client', 'authenticatedActionClient'),
      feature('tasks', 'actions', 'deleteTasksAction'),
    ],
    endpoint: 'deleteTasksAction',
    fires: 'session.no-cookie.1',
  },
  {
    slug: 'no-ownership',
    title: 'No ownership check',
    kind: 'vulnerability',
    summary: 'Being signed in doesn’t mean you own the data.',
    mistake:
      'The action knows who is calling but acts on any ID it’s given. It never checks whose task it is.',
    attack:
      'Sign in as anyone and send the ID of someone else’s task. The control group lets a member of another organization delete it.',
    fix: 'The rule is part of the chain: it loads and locks the tasks within the caller’s organization and checks that the member can change each one. A missing task and another organization’s task get the same response.',
    ...unguarded('no-ownership', 'deleteTaskAction'),
    fixCode: [
      feature('tasks', 'actions', 'withOwnTasks', 'deleteTasksAction'),
      feature('tasks', 'rules', 'canModifyTask'),
      { file: 'packages/auth/src/permissions/own-rows.ts', names: ['canModifyOwn'] },
    ],
    endpoint: 'deleteTasksAction',
    fires: 'role.an-editor-on-someone-else-s-task.1',
  },
  {
    slug: 'no-rate-limit',
    title: 'No rate limit',
    kind: 'vulnerability',
    summary: 'Unlimited attempts eventually succeed.',
    mistake: 'The password is checked, but with unlimited attempts.',
    attack:
      'Guess passwords. The control group rejects forty guesses and accepts the forty-first, all within a second.',
    fix: 'Named rate limits count calls by IP, account, and target. After three wrong passwords a captcha is required. After ten, the account stops accepting guesses for a while.',
    ...unguarded('no-rate-limit', 'signInAction'),
    fixCode: [
      feature('auth', 'actions', 'signInAction'),
      gate('middleware/with-rate-limit', 'withRateLimit'),
    ],
    endpoint: 'signInAction',
    fires: 'limit.guesses',
  },
  {
    slug: 'captured-secret',
    title: 'A secret in a closure',
    kind: 'vulnerability',
    summary: 'Variables an inline action captures are sent to every visitor.',
    mistake:
      'An action defined inside a page can use that page’s variables. To restore them on submit, Next sends them to the browser, encrypted with one key for the whole build.',
    attack:
      'Save what the page sends. Anyone who gets the key can read the secret and replace it with their own values. Even without the key, one visitor’s values can be replayed by another.',
    fix: 'Actions live in their own files and capture nothing. A lint rule forbids inline actions. Secrets are read on the server where they’re used.',
    mistakeCode: { file: 'apps/unguarded/src/app/captured-secret/page.tsx', names: ['readApiKey', 'Page'] },
    control: 'captured-secret',
    fixCode: [feature('contact', 'actions', 'sendContactMessageAction')],
    endpoint: 'updateNameAction',
    fires: 'arguments.server-function-with-bound-arguments-instead-of-the-input.1',
  },
  {
    slug: 'page-only',
    title: 'Authorization on the page only',
    kind: 'pitfall',
    summary: 'The page hides the form, but the action still accepts the call.',
    mistake: 'Only owners can see the page with the form, so the action assumes only owners call it.',
    attack: 'Call the action without the page. The control group lets a viewer rename the organization.',
    fix: 'The action’s definition names the required permission. The page uses the same permission table to hide the form, but the action enforces it.',
    ...unguarded('page-only', 'renameOrganizationAction'),
    fixCode: [
      feature('organizations', 'actions', 'renameOrganizationAction'),
      gate('middleware/with-feature-permission', 'withFeaturePermission'),
    ],
    endpoint: 'renameOrganizationAction',
    fires: 'role.as-viewer.1',
  },
  {
    slug: 'believed-ids',
    title: 'Trusting IDs from the client',
    kind: 'pitfall',
    summary: 'The client can’t decide who you are or which organization you’re in.',
    mistake: 'The form has fields for the organization and the creator, and the action trusts them.',
    attack:
      'Send other IDs. The control group adds a task to an organization the caller isn’t a member of, in the owner’s name.',
    fix: 'The creator comes from the session. The organization comes from a membership checked in the query that opens the tenant scope. Below that, row-level security hides every other organization’s rows.',
    ...unguarded('believed-ids', 'createTaskAction'),
    fixCode: [
      feature('tasks', 'actions', 'createTaskAction'),
      { file: 'packages/db/src/tasks/tasks.ts', names: ['createTask'] },
    ],
    endpoint: 'createTaskAction',
    fires: 'tenant.a-user-without-an-organization.1',
  },
  {
    slug: 'mass-assignment',
    title: 'Mass assignment',
    kind: 'pitfall',
    summary: 'A one-field form writes to a row with many columns.',
    mistake: 'The action writes every submitted field to the row because the form only has a name field.',
    attack: 'Add a field. In the control group, role=super-admin makes the caller a super-admin.',
    fix: 'The schema is strict: it rejects unknown fields, and the handler receives only the name.',
    ...unguarded('mass-assignment', 'updateProfileAction'),
    fixCode: [
      feature('account', 'schema', 'updateNameSchema'),
      feature('account', 'actions', 'updateNameAction'),
    ],
    endpoint: 'updateNameAction',
    fires: 'shape.extra-fields.1',
  },
  {
    slug: 'internal-errors',
    title: 'Internal errors returned',
    kind: 'pitfall',
    summary: 'Error messages are for the developers who fix them, not for callers.',
    mistake: 'The action catches database errors and returns their messages to the caller.',
    attack:
      'Send a value the database can’t store. The control group returns the SQL statement with its table and columns.',
    fix: 'Expected errors have a code from a fixed set. Anything else gets one generic message and a request ID. The cause is in the server log under that ID.',
    ...unguarded('internal-errors', 'updateNameAction'),
    fixCode: [gate('errors/error-reply', 'errorReply', 'refusalOf')],
    endpoint: 'updateNameAction',
    fires: 'values.a-nul.1',
  },
  {
    slug: 'exported-helper',
    title: 'Exported helper functions',
    kind: 'pitfall',
    summary: 'In a “use server” file, every export is a public endpoint.',
    mistake:
      'A function used by an action is exported from the same file, for a test or for reuse. Now anyone can call it directly, without the action’s checks.',
    attack:
      'Find its ID in the build and call it. The control group makes any user an owner without checking the caller.',
    fix: 'Action files export only wrapped actions, enforced by a lint rule and the audit. Helpers live in server-only packages.',
    ...unguarded('exported-helper', 'stepDownAction', 'setRole'),
    fixCode: [feature('members', 'actions', 'withRoleChange', 'changeRoleAction')],
    endpoint: 'changeRoleAction',
    fires: 'role.an-admin-makes-themselves-owner.1',
  },
  {
    slug: 'foreign-site',
    title: 'Cross-site requests',
    kind: 'defense',
    summary: 'Another site makes your browser send a request with your cookies.',
    mistake:
      'Next compares the Origin header with the request’s host. Behind a proxy, the host comes from a header. An Origin of “null” passes if that header is also “null”, and a request without an Origin is allowed.',
    attack:
      'From an attacker’s page, make the owner’s browser delete their organization, with a forged X-Forwarded-Host so that both headers match.',
    fix: 'The app’s settings define the only allowed origin. A request with cookies must prove it comes from there or it’s refused. The cookies are SameSite too.',
    fixCode: [gate('chain/same-origin', 'assertSameOrigin')],
    endpoint: 'deleteOrganizationAction',
    fires: 'origin.foreign-origin-under-a-forged-x-forwarded-host.1',
  },
  {
    slug: 'robots',
    title: 'Bots',
    kind: 'defense',
    summary: 'A form that sends email can be used to send a lot of it.',
    mistake:
      'Sign-up, password reset, and contact forms are open to everyone, and each sends email. No session stops a script.',
    attack:
      'Send the contact form without a captcha solution, or with one that is forged, already used, or made for another form.',
    fix: 'The browser solves a proof-of-work challenge that is quick for one person but expensive at scale. A solution is bound to its action, expires, and works only once, even if sent twice at the same time.',
    fixCode: [
      feature('contact', 'actions', 'sendContactMessageAction'),
      gate('middleware/with-captcha', 'withCaptcha'),
    ],
    endpoint: 'sendContactMessageAction',
    fires: 'captcha.no-solution.1',
  },
]
