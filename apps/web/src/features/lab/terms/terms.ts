export interface Term {
  id: string
  name: string
  /** How texts write it. */
  pattern: RegExp
  text: string
}

/** What the lab's texts use without saying what it is, except for what every web developer knows. */
export const terms = [
  {
    id: 'server-action',
    name: 'Server Action',
    pattern: /\bServer Actions?\b/,
    text: 'A function marked with “use server”. It runs on the server, and the browser calls it with a request.',
  },
  {
    id: 'endpoint',
    name: 'Endpoint',
    pattern: /\bendpoints?\b/i,
    text: 'Something that anyone can send a request to. Every Server Action is one, whether a page uses it or not.',
  },
  {
    id: 'action-id',
    name: 'Action ID',
    pattern: /\baction IDs?\b/i,
    text: 'Says which action a request calls, in its header Next-Action. It’s in the code that every visitor gets, so it isn’t a secret.',
  },
  {
    id: 'flight',
    name: 'Flight',
    pattern: /\bFlight\b/,
    text: 'React’s format for calls and their results. It writes what JSON can’t, such as a form, as a code that starts with a dollar sign.',
  },
  {
    id: 'session',
    name: 'Session',
    pattern: /\bsessions?\b/i,
    text: 'What the server remembers about a signed-in browser. The browser sends its cookie with each request.',
  },
  {
    id: 'fresh-session',
    name: 'Fresh session',
    pattern: /\bfresh session\b/i,
    text: 'A session whose owner entered the password in the last ten minutes, or confirmed it another way. Actions that can do great damage require one.',
  },
  {
    id: 'organization',
    name: 'Organization',
    pattern: /\borganizations?\b/i,
    text: 'A customer of the app, with its own members and data. Many apps call it a tenant. The demo data has two: Acme and Globex.',
  },
  {
    id: 'role',
    name: 'Role',
    pattern: /\broles?\b|\b(?:viewer|editor|admin)s?\b(?!@)/i,
    text: 'What a member of an organization may do. Owners can do everything, and admins nearly everything. Editors can change and delete tasks that they created or are assigned to. Viewers can only read.',
  },
  {
    id: 'super-admin',
    name: 'Super-admin',
    pattern: /\bsuper-admins?\b/i,
    text: 'A person who runs the whole app, across all organizations.',
  },
  {
    id: 'permission',
    name: 'Permission',
    pattern: /\bpermissions?\b/i,
    text: 'Something that a role may do, such as task.create: create tasks.',
  },
  {
    id: 'chain',
    name: 'Chain',
    pattern: /\bchains?\b/i,
    text: 'The checks in an action’s definition, in the order they run. Each .use(…) adds one.',
  },
  {
    id: 'client',
    name: 'Action client',
    pattern: /\baction client\b|\bthis client\b|\bthe client that builds\b/i,
    text: 'What an action is built from: the first part of its chain. It checks where the request comes from and who sends it.',
  },
  {
    id: 'schema',
    name: 'Schema',
    pattern: /\bschemas?\b/i,
    text: 'Says which fields an action takes, and how long each may be. It refuses everything else when the request arrives.',
  },
  {
    id: 'rate-limit',
    name: 'Rate limit',
    pattern: /\brate limit(?:s|ing|ed)?\b/i,
    text: 'Counts calls in a period and refuses more than a number, for example ten sign-ins in an hour for one account.',
  },
  {
    id: 'captcha',
    name: 'Captcha',
    pattern: /\bcaptchas?\b|\bproof[- ]of[- ]work\b/i,
    text: 'Proof that a browser did some work for this form. One person hardly notices, but a script that sends thousands of forms does.',
  },
  {
    id: 'closure',
    name: 'Closure',
    pattern: /\bclosures?\b/i,
    text: 'A function together with the variables around it that it uses. It captures those variables.',
  },
  {
    id: 'bound-value',
    name: 'Bound value',
    pattern: /\bbound values?\b|\bcaptured? (?:variables|values|nothing)\b|\bcaptured\b/i,
    text: 'A value that Next writes into the page, so it comes back when the form is sent. Captured variables are encrypted, values passed with .bind aren’t.',
  },
  {
    id: 'build-key',
    name: 'Build’s key',
    pattern: /\bbuild’s key\b/i,
    text: 'The key with which Next encrypts captured variables. Each build makes one and writes it into its output.',
  },
  {
    id: 'origin',
    name: 'Origin',
    pattern: /\bOrigin\b/,
    text: 'A header in which the browser says which site sent a request. A page can’t change it.',
  },
  {
    id: 'unguarded',
    name: 'Unguarded',
    pattern: /\bUnguarded\b|\b(?:unguarded app|control group)\b/i,
    text: 'The control group: an app that makes each mistake on purpose. An attack that fails even there proves nothing. It runs only on this machine, with its own data, which every attack resets.',
  },
  {
    id: 'audit',
    name: 'Audit',
    pattern: /\baudit\b/i,
    text: 'A program that reads an app’s code without running it, and lists each endpoint that breaks a rule.',
  },
  {
    id: 'allowed-call',
    name: 'Allowed call',
    pattern: /\ballowed calls?\b/i,
    text: 'A call of this action that has to work, by someone who may make it. Attacks are changed copies of it.',
  },
  {
    id: 'status-200',
    name: 'Status 200',
    pattern: /\bstatus 200\b/i,
    text: 'Most refusals have it. Next sends what an action returns as a normal response, and a refusal is returned, so the form can show it. Look at the response body, and at the rows.',
  },
] as const satisfies readonly Term[]

export type TermId = (typeof terms)[number]['id']
