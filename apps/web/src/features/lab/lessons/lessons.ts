/** Declarations of one file of this repository, shown as they stand there. */
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
  /** What goes wrong, what an attacker makes of it, and what holds instead: a paragraph each. */
  mistake: string
  attack: string
  fix: string
  /** Where the mistake runs for real; defenses stand against no mistake of one action. */
  mistakeCode?: Excerpt
  /** The folder of the mistake in the control group. */
  control?: string
  fixCode: readonly Excerpt[]
  /** What is fired: an action of this app, and one of the lab's attacks on it. */
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

/** In the order in which they are read: the five vulnerabilities, the pitfalls, the defenses that nobody sees. */
export const lessons: readonly Lesson[] = [
  {
    slug: 'no-validation',
    title: 'No input validation',
    kind: 'vulnerability',
    summary: 'The types of an action end where the network begins.',
    mistake:
      'An action says that it takes a string, and believes it. But types are gone once the code is built: what arrives is whatever somebody sent, of any length and any shape.',
    attack:
      'Send a text a thousand times too long, an object where a text should be, or a field that the form does not have. The control group stores 100,000 characters as the address of a picture.',
    fix: 'Every action has a schema that bounds each field and refuses every other. The form reads its limits from the same schema, and the action checks it again, because the form may never have been there.',
    ...unguarded('no-validation', 'updateImageAction'),
    fixCode: [
      feature('account', 'schema', 'updateNameSchema'),
      feature('account', 'actions', 'updateNameAction'),
    ],
    endpoint: 'updateNameAction',
    fires: 'size.one-more-than-the-bound.1',
  },
  {
    slug: 'no-authentication',
    title: 'No authentication',
    kind: 'vulnerability',
    summary: 'A button behind a sign-in is not an endpoint behind a sign-in.',
    mistake:
      'The page asks who you are, the action does not. Each action is a POST endpoint of its own that answers on every address of the app, whether somebody is signed in or not.',
    attack:
      'Take the cookie away and call it. The control group deletes the account that is named, for anybody.',
    fix: 'The client that builds an action decides who may call it. Behind this one there is a live session, read from the database at each call, or there is no call.',
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
    title: 'No check of ownership',
    kind: 'vulnerability',
    summary: 'To be signed in says who you are, and not what is yours.',
    mistake: 'The action knows who calls and acts on whatever id is named. Whose task it is, nobody asks.',
    attack:
      'Sign in as anybody and name somebody else’s task. The control group lets a person of another organization delete it.',
    fix: 'The rule stands in the chain: the tasks that are named are read and locked within the organization of the call, and each must be one that this member may change. One that is missing and one of another organization give the same answer.',
    ...unguarded('no-ownership', 'deleteTaskAction'),
    fixCode: [
      feature('tasks', 'actions', 'withOwnTasks', 'deleteTasksAction'),
      feature('tasks', 'rules', 'canModifyTask'),
      { file: 'packages/auth/src/permissions/own-rows.ts', names: ['canModifyOwn'] },
    ],
    endpoint: 'deleteTasksAction',
    fires: 'role.an-editor-on-another-s-task.1',
  },
  {
    slug: 'no-rate-limit',
    title: 'No rate limit',
    kind: 'vulnerability',
    summary: 'What may be tried without end will be tried until it works.',
    mistake: 'The password is checked, as often as anybody likes.',
    attack:
      'Guess. The control group says no forty times and lets the forty-first guess in, within a second.',
    fix: 'Calls are counted by address, by account and by what they are about, under named limits. After three wrong passwords a proof is asked for that costs a robot time; after ten the account is closed to guesses for a while.',
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
    summary: 'What an inline action uses of its page travels to every visitor.',
    mistake:
      'An action written inside a page can use the variables of that page. To have them again when the form comes back, Next sends them along, encrypted with one key of the whole build.',
    attack:
      'Read the page and keep what it carries. Whoever gets the key reads the secret and can write values of their own in its place. Without the key, what one visitor was sent can still be sent by any other.',
    fix: 'Actions stand in files of their own, which close over nothing. A lint rule refuses an inline one. Secrets are read where they are used, on the server.',
    mistakeCode: { file: 'apps/unguarded/src/app/captured-secret/page.tsx', names: ['readApiKey', 'Page'] },
    control: 'captured-secret',
    fixCode: [feature('contact', 'actions', 'sendContactMessageAction')],
    endpoint: 'updateNameAction',
    fires: 'arguments.server-function-with-bound-arguments-in-place-of-the-input.1',
  },
  {
    slug: 'page-only',
    title: 'Authorization on the page only',
    kind: 'pitfall',
    summary: 'The page hides the form, and the action behind it takes the call.',
    mistake:
      'Only an owner gets to see the page with the form, so the action trusts that only owners call it.',
    attack: 'Call the action without the page. The control group lets a viewer rename the organization.',
    fix: 'The permission is named in the definition of the action. The page hides by the same table that the action decides by, and the action decides.',
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
    title: 'Ids that are believed',
    kind: 'pitfall',
    summary: 'Who you are and where you belong is not for the call to say.',
    mistake:
      'The form has fields for the organization and for who creates the task, and the action takes them as they come.',
    attack:
      'Put other ids there. The control group adds a task to an organization that the caller is no member of, in its owner’s name.',
    fix: 'Who creates it comes from the session, and where from a membership that is proved in the same statement that opens the organization’s rows. Under it, the database shows no other organization’s rows at all.',
    ...unguarded('believed-ids', 'createTaskAction'),
    fixCode: [
      feature('tasks', 'actions', 'createTaskAction'),
      { file: 'packages/db/src/tasks/tasks.ts', names: ['createTask'] },
    ],
    endpoint: 'createTaskAction',
    fires: 'tenant.a-person-in-no-organization.1',
  },
  {
    slug: 'mass-assignment',
    title: 'Mass assignment',
    kind: 'pitfall',
    summary: 'A form with one field, and a row with many columns.',
    mistake: 'Whatever the form holds is written into the row, since the form has only the name in it.',
    attack: 'Add a field. In the control group, one that says role=super-admin makes the caller one.',
    fix: 'The schema is strict: a field that it does not know is refused, and the handler is handed the name and nothing else.',
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
    summary: 'An error message is written for whoever mends it, not for whoever caused it.',
    mistake: 'The action catches what the database throws and sends its message to the caller.',
    attack:
      'Send what the database cannot take. The control group answers with the statement, its table and its columns.',
    fix: 'Errors that a caller may tell apart have a code from a closed set. Everything else is one sentence with an id, and the cause stands in the server’s log under that id.',
    ...unguarded('internal-errors', 'updateNameAction'),
    fixCode: [gate('errors/error-reply', 'errorReply', 'refusalOf')],
    endpoint: 'updateNameAction',
    fires: 'values.a-nul.1',
  },
  {
    slug: 'exported-helper',
    title: 'A helper beside an action',
    kind: 'pitfall',
    summary: 'In a file of actions, every export is a public endpoint.',
    mistake:
      'A function that an action uses is exported from the same file, for a test or for a colleague. With that it can be called from anywhere, without what the action checks.',
    attack:
      'Find its id in the build and call it. The control group makes the named person an owner, without asking who calls.',
    fix: 'Files of actions export wrapped actions and nothing else; a lint rule and the audit say so. What they use lives in a package that no browser can reach.',
    ...unguarded('exported-helper', 'stepDownAction', 'setRole'),
    fixCode: [feature('members', 'actions', 'withRoleChange', 'changeRoleAction')],
    endpoint: 'changeRoleAction',
    fires: 'role.an-admin-makes-themselves-owner.1',
  },
  {
    slug: 'foreign-site',
    title: 'Calls from another site',
    kind: 'defense',
    summary: 'A page elsewhere makes your browser call, and your browser brings your cookies.',
    mistake:
      'Next compares the Origin of a call with the host that it was sent to. Behind a proxy that host is what a header says, an Origin of “null” passes where that header says “null” as well, and a call without any is taken for fine.',
    attack:
      'Make the owner’s browser delete their organization, from a page of the attacker’s, with a forged X-Forwarded-Host so that both headers agree.',
    fix: 'The one origin that counts stands in the settings of the app. A call that carries cookies has to prove that it comes from there; one that cannot is refused, and the cookies are SameSite besides.',
    fixCode: [gate('chain/same-origin', 'assertSameOrigin')],
    endpoint: 'deleteOrganizationAction',
    fires: 'origin.foreign-origin-under-a-forged-x-forwarded-host.1',
  },
  {
    slug: 'robots',
    title: 'Robots',
    kind: 'defense',
    summary: 'A form that sends mail is a way to send a great deal of it.',
    mistake:
      'Sign-up, a forgotten password and a contact form are open to strangers by nature, and each of them sends mail. No session stands in the way of a script.',
    attack:
      'Send the contact form without the proof, or with one that was made up, spent or made for another form.',
    fix: 'The form computes a proof that costs a browser a moment and a robot a machine. It is bound to its action, runs out, and is good once, also when it is sent twice at the same moment.',
    fixCode: [
      feature('contact', 'actions', 'sendContactMessageAction'),
      gate('middleware/with-captcha', 'withCaptcha'),
    ],
    endpoint: 'sendContactMessageAction',
    fires: 'captcha.no-solution.1',
  },
]
