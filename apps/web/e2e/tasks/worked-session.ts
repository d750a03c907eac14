/** One step of the session that `docs/attacks.md` shows, as a person would type it into bash. */
export interface Step {
  title: string
  /** What is tried, and what an app without that protection would do. */
  about: string
  command: string
  /** Which layer answers; nothing where no attack is made. */
  stoppedBy?: string
}

/** One call in bash; the input stands between single quotes. */
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

/** In order, in one shell: later steps use what earlier ones have set. */
export const steps: readonly Step[] = [
  {
    title: 'What a browser knows',
    about: `An action is called with its id, and every page that has a form tells the id to whoever reads it. \`result\` takes the
answer out of the stream that React reads.`,
    command: `result() { grep -oE '\\{"(data|serverError|validationErrors)".*'; }
action() { curl -s -b "$2" "$APP$1" | grep -oE '&quot;id&quot;:&quot;[0-9a-f]{42}' | grep -oE '[0-9a-f]{42}' | head -1; }
sign_in_id=$(action /sign-in ''); echo "\${#sign_in_id} characters"`,
  },
  {
    title: 'Signing in',
    about: 'The sign-in form is an action like any other. What it answers with is a session, as a cookie.',
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
    title: 'The rightful call',
    about:
      'An editor of Acme creates a task, as the page does. What follows is this call, each time with one thing wrong.',
    command: create('editor', task(fence)),
  },
  {
    title: 'Without a session',
    about: 'The page cannot be opened without one. The endpoint behind it is open to everybody all the same.',
    command: create('', task(fence)),
    stoppedBy: '`authenticatedActionClient`, before it reads what was sent',
  },
  {
    title: 'Input that no form sends',
    about: 'TypeScript has long gone when a request comes in: anything may stand where a title should.',
    command: create('editor', task('"title": {"$ne": null}')),
    stoppedBy: 'the input schema, `createTaskSchema`',
  },
  {
    title: 'A field more than there is',
    about:
      'Spread into an insert, a field that nobody asked for would be written: here, who has made the task.',
    command: create('editor', task(`${fence}, "createdBy": "00000000-0000-4000-8000-000000000000"`)),
    stoppedBy: '`createTaskSchema`, which is a `z.strictObject`',
  },
  {
    title: 'A role that may only read',
    about: 'A viewer finds no button to create a task. The endpoint has to say so too.',
    command: create('viewer', task(fence)),
    stoppedBy: "`withFeaturePermission({ task: ['create'] })`",
  },
  {
    title: 'Another organization',
    about: 'The owner of Globex names Acme. Nothing tells them that it exists.',
    command: create('stranger', task(fence)),
    stoppedBy: '`organizationActionClient`; behind it row-level security would refuse the row',
  },
  {
    title: 'A task of somebody else',
    about:
      'The owner makes a task. An editor of the same organization may change tasks, but only those that are theirs.',
    command: `task=$(${create('owner', task('"title": "Count the keys"'))} | grep -oE '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}')
update=$(action "/acme/tasks/$task" "$owner")
curl -s -b "$editor" -H "Next-Action: $update" -H 'Content-Type: text/plain' -H "Origin: $APP" \\
  --data-raw "[{}, {\\"taskId\\": \\"$task\\", \\"organization\\": \\"acme\\", \\"title\\": \\"Lose the keys\\", \\"description\\": \\"\\", \\"status\\": \\"done\\", \\"priority\\": \\"low\\", \\"assigneeId\\": \\"\\", \\"dueDate\\": \\"\\"}]" \\
  "$APP/acme/tasks/$task" | result`,
    stoppedBy: '`withOwnTask`, the rule of ownership',
  },
  {
    title: 'Another site',
    about: `A page elsewhere makes a visitor's browser call, with the visitor's cookies. Next compares the origin with the host,
and believes a proxy's header about the host; so that is forged as well.`,
    command: create('editor', task(fence), [
      "-H 'Origin: https://evil.example'",
      "-H 'X-Forwarded-Host: evil.example'",
    ]),
    stoppedBy: '`assertSameOrigin`, which knows the address of the app from its settings',
  },
  {
    title: 'Again and again',
    about:
      'Sixty tasks a minute are plenty for a person. Calls that are refused for what they say count as well.',
    command: `for call in $(seq 70); do
${create('editor', task('"title": ""')).replace(/^/gm, '  ')}
done | tail -1`,
    stoppedBy: "`withRateLimit('tasks.create')`",
  },
]
