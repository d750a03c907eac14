import type { Question } from './question'

/** About what an action receives, counts, sends and exports. */
export const trustQuestions: readonly Question[] = [
  {
    id: 'q6',
    lesson: 'no-rate-limit',
    text: 'A script guesses one account’s password. What does a limit on sign-in attempts have to count by?',
    answers: {
      a: 'Something the script can’t change, such as the account',
      b: 'A cookie that the server sets in the first response',
      c: 'The IP in the request’s X-Forwarded-For header',
      d: 'The session that the request’s cookie belongs to',
    },
    right: 'a',
    why: {
      a: 'A script can drop cookies and write any header, but the account stays the same.',
      b: 'A script can drop the cookie and look like a new browser with each guess.',
      c: 'A script can write another IP into this header with each guess, unless a proxy overwrites it.',
      d: 'There is no session before sign-in, so there’s nothing to count.',
    },
  },
  {
    id: 'q7',
    lesson: 'captured-secret',
    text: 'An action inside a page uses the page’s variable apiKey. Who gets its value?',
    answers: {
      a: 'Nobody, because the action runs on the server',
      b: 'Every visitor of the page, encrypted with the build’s key',
      c: 'Every visitor of the page, in plain text in the HTML',
      d: 'Only visitors who send the form, in the response',
    },
    right: 'b',
    why: {
      a: 'The action needs the value when the form is sent. So Next writes it into the page.',
      b: 'Next writes captured variables into the page. Anyone who gets the build’s key can read them, and a copy works in another session.',
      c: 'Next encrypts captured variables. Values passed with .bind are in plain text, but these aren’t.',
      d: 'The value is in the page itself, so every visitor has it before sending anything.',
    },
  },
  {
    id: 'q8',
    lesson: 'mass-assignment',
    text: 'The input’s type is { name: string }. A request adds role: "super-admin". What does user.update(input) do?',
    answers: {
      a: 'TypeScript throws, because the type lacks the field',
      b: 'Next removes the field before the call',
      c: 'The database refuses the unknown field',
      d: 'It stores the role: types are gone at runtime',
    },
    right: 'd',
    why: {
      a: 'Types are removed when the app is built, so at runtime nothing could throw.',
      b: 'Next doesn’t know the type either. It passes on every field.',
      c: 'The database has a column named role, and doesn’t know the TypeScript type.',
      d: 'Nothing compares the input with the type at runtime. A strict schema would.',
    },
  },
  {
    id: 'q9',
    lesson: 'exported-helper',
    text: 'A “use server” file exports an action and a helper that only the action uses. Who can call the helper?',
    answers: {
      a: 'Only the action, because nothing else imports it',
      b: 'Only other code that runs on the server',
      c: 'Anyone, without the action’s checks',
      d: 'Anyone who is signed in, as the action checks',
    },
    right: 'c',
    why: {
      a: 'The export makes the helper an endpoint of its own, so requests can call it without the action.',
      b: 'The directive is there so browsers can call what the file exports.',
      c: 'Every export of such a file is an endpoint. Don’t export the helper.',
      d: 'Nothing checks the session before the helper runs, unless the helper does.',
    },
  },
  {
    id: 'q10',
    lesson: 'no-ownership',
    text: 'An attack gets a response with status 200. Did it succeed?',
    answers: {
      a: 'Only the body and the rows tell',
      b: 'Yes, because 200 means success',
      c: 'No, because actions answer attacks with 500',
      d: 'Yes, unless the response’s body is empty',
    },
    right: 'a',
    why: {
      a: 'An action returns its refusal like any other value, so the form can show it. The status says only that it ran.',
      b: 'It means that the action ran. Its answer can be a refusal.',
      c: 'An action returns a refusal with status 200 too. Only an error that nobody caught is a 500.',
      d: 'A refusal has a body too, which says why.',
    },
  },
]
