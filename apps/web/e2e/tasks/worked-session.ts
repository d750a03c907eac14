/** One step of the bash session in `docs/attacks.md`. */
export interface Step {
  title: string
  /** What the step tries, and what an unprotected app would do. */
  about: string
  command: string
  /** The layer that stops the attack. Undefined for setup steps. */
  stoppedBy?: string
}

/** One curl command. The input goes between single quotes. */
const call = (who: string, action: string, page: string, input: string, headers: string[] = []) =>
  [
    `curl -s ${who && `-b "$${who}" `}-H "Next-Action: $${action}" -H 'Content-Type: text/plain' \\`,
    ...(headers.length > 0 ? headers : ['-H "Origin: $APP"']).map((header) => `  ${header} \\`),
    `  --data-raw '[{}, ${input}]' "$APP${page}" | result`,
  ].join('\n')

const task = (fields: string) =>
  `{"organization": "acme", ${fields}, "description": "", "status": "todo", "priority": "high", "assigneeId": "", "dueDate": ""}`

const createPage = '/acme/tasks/new'
const create = (who: string, input: string, headers?: string[]) =>
  call(who, 'create', createPage, input, headers)
const fence = '"title": "Mend the fence"'

/** Run in order in one shell: later steps use variables of earlier ones. */
export const steps: readonly Step[] = [
  {
    title: 'Action IDs',
    about: `A call needs the action's ID, and every page with a form contains the IDs of its actions. \`result\` extracts the
response from React's stream.`,
    command: `result() { grep -oE '\\{"(data|serverError|validationErrors)".*'; }
action() { curl -s -b "$2" "$APP$1" | grep -oE '&quot;id&quot;:&quot;[0-9a-f]{42}' | grep -oE '[0-9a-f]{42}' | head -1; }
sign_in_id=$(action /sign-in ''); echo "\${#sign_in_id} characters"`,
  },
  {
    title: 'Signing in',
    about: 'The sign-in form is an action like any other. It returns a session cookie.',
    command: `sign_in() {
  curl -s -o /dev/null -D - -H "Origin: $APP" -H "Next-Action: $sign_in_id" -H 'Content-Type: text/plain' \\
    --data-raw "[{}, {\\"email\\": \\"$1\\", \\"password\\": \\"open-the-gate-2026\\"}]" "$APP/sign-in" |
    sed -n 's/^set-cookie: \\([^;]*\\).*/\\1/ip' | head -1
}
owner=$(sign_in owner@acme.test); editor=$(sign_in editor@acme.test); viewer=$(sign_in viewer@acme.test)
stranger=$(sign_in owner@globex.test)
create=$(action ${createPage} "$owner"); echo "\${#create} characters"`,
  },
  {
    title: 'The allowed call',
    about:
      'An editor of Acme creates a task, as the page does. The attacks below change one thing in this call.',
    command: create('editor', task(fence)),
  },
  {
    title: 'Without a session',
    about: 'The page needs a session, but anyone can call the endpoint behind it directly.',
    command: create('', task(fence)),
    stoppedBy: '`authenticatedActionClient`, before it reads the input',
  },
  {
    title: 'Malformed input',
    about: "TypeScript types don't exist at runtime, so a request can send anything as a title.",
    command: create('editor', task('"title": {"$ne": null}')),
    stoppedBy: 'the input schema, `createTaskSchema`',
  },
  {
    title: 'An extra field',
    about:
      'An unexpected field would be written if the input were spread into an insert. This one claims another creator.',
    command: create('editor', task(`${fence}, "createdBy": "00000000-0000-4000-8000-000000000000"`)),
    stoppedBy: '`createTaskSchema`, which is a `z.strictObject`',
  },
  {
    title: 'A read-only role',
    about: 'The page hides the button from a viewer. The endpoint has to refuse the call too.',
    command: create('viewer', task(fence)),
    stoppedBy: "`withFeaturePermission({ task: ['create'] })`",
  },
  {
    title: 'Another organization',
    about: 'The owner of Globex names Acme in the call. The response must not reveal that Acme exists.',
    command: create('stranger', task(fence)),
    stoppedBy: '`organizationActionClient`. Without it, row-level security would still refuse the row',
  },
  {
    title: "Someone else's task",
    about:
      'The owner creates a task. An editor of the same organization can change only tasks they created or are assigned to.',
    command: `task=$(${create('owner', task('"title": "Count the keys"'))} | grep -oE '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}')
update=$(action "/acme/tasks/$task" "$owner")
curl -s -b "$editor" -H "Next-Action: $update" -H 'Content-Type: text/plain' -H "Origin: $APP" \\
  --data-raw "[{}, {\\"taskId\\": \\"$task\\", \\"organization\\": \\"acme\\", \\"title\\": \\"Lose the keys\\", \\"description\\": \\"\\", \\"status\\": \\"done\\", \\"priority\\": \\"low\\", \\"assigneeId\\": \\"\\", \\"dueDate\\": \\"\\", \\"version\\": \\"title.0\\"}]" \\
  "$APP/acme/tasks/$task" | result`,
    stoppedBy: '`withOwnTask`, the ownership check',
  },
  {
    title: 'Another site',
    about: `Another site makes a visitor's browser send the call with the visitor's cookies. Next compares the origin with the
host, and trusts a proxy's header for the host, so the attack forges that header too.`,
    command: create('editor', task(fence), [
      "-H 'Origin: https://evil.example'",
      "-H 'X-Forwarded-Host: evil.example'",
    ]),
    stoppedBy: '`assertSameOrigin`, which takes the origin of the app from its settings',
  },
  {
    title: 'A flood of calls',
    about: 'One person can create 60 tasks a minute. Calls refused for invalid input count too.',
    command: `for call in $(seq 70); do
${create('editor', task('"title": ""')).replace(/^/gm, '  ')}
done | tail -1`,
    stoppedBy: "`withRateLimit('tasks.create')`",
  },
]
