import type { Question } from './question'

/** About what an action receives, counts, sends and exports. */
export const trustQuestions: readonly Question[] = [
  {
    id: 'q6',
    lesson: 'no-rate-limit',
    text: 'What does a limit on sign-in attempts have to count by, to stop one script that guesses one account’s password?',
    answers: {
      a: 'Something the script can’t change, such as the account',
      b: 'A cookie that the server sets in the first response',
      c: 'The IP in the request’s X-Forwarded-For header',
      d: 'The session that the request’s cookie belongs to',
    },
    right: 'a',
    why: {
      a: 'A script can drop cookies and put anything into headers, but the account under attack stays the same.',
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
      a: 'Nobody, because the action runs only on the server',
      b: 'Every visitor of the page, encrypted with the build’s key',
      c: 'Every visitor of the page, in plain text in the HTML',
      d: 'Only visitors who send the form, in the response to it',
    },
    right: 'b',
    why: {
      a: 'The action runs on the server, but it needs the value when the form is sent. So Next writes it into the page.',
      b: 'Next writes captured variables into the page, so they come back with the form. Anyone who gets the build’s key can read them, and a copy works in another session.',
      c: 'Next encrypts captured variables. Values passed with .bind are in plain text, but these aren’t.',
      d: 'The value is in the page itself, so every visitor has it before sending anything.',
    },
  },
  {
    id: 'q8',
    lesson: 'mass-assignment',
    text: 'The input’s type is { name: string }. A request also sends role: "super-admin". What happens in user.update(input)?',
    answers: {
      a: 'TypeScript throws an error, because the field isn’t in the type',
      b: 'Next removes the field before it calls the action',
      c: 'The database refuses a field that isn’t in the type',
      d: 'The role is stored, because types are gone at runtime',
    },
    right: 'd',
    why: {
      a: 'Types are removed when the app is built, so at runtime there is nothing that could throw.',
      b: 'Next doesn’t know the type either. It passes on every field.',
      c: 'The database has a column named role, and doesn’t know the TypeScript type.',
      d: 'Nothing compares the input with the type at runtime. A strict schema does, and refuses the extra field.',
    },
  },
  {
    id: 'q9',
    lesson: 'exported-helper',
    text: 'A file starts with “use server” and exports an action and a helper that only the action uses. Who can call the helper?',
    answers: {
      a: 'Only the action, because nothing else imports it',
      b: 'Only other code that runs on the server',
      c: 'Anyone, without the action’s checks',
      d: 'Anyone who is signed in, because the action checks that',
    },
    right: 'c',
    why: {
      a: 'The export makes the helper an endpoint of its own, so requests can call it without the action.',
      b: 'The directive is there so browsers can call what the file exports.',
      c: 'Every export of such a file is an endpoint. Don’t export the helper, or move it to a file without the directive.',
      d: 'Nothing checks the session before the helper runs, unless the helper does.',
    },
  },
  {
    id: 'q10',
    lesson: 'no-ownership',
    text: 'An attack gets a response with status 200. Did it succeed?',
    answers: {
      a: 'You can’t tell without the response’s body and the rows',
      b: 'Yes, because 200 means that the request succeeded',
      c: 'No, because actions answer 500 after an attack',
      d: 'Yes, unless the response’s body is empty',
    },
    right: 'a',
    why: {
      a: 'An action returns its refusal like any other value, so the form can show it. The status says only that the action ran.',
      b: 'It means that the action ran. Its answer can be a refusal.',
      c: 'An action returns a refusal with status 200 too, so the form can show it. Only an error that nobody caught is a 500.',
      d: 'A refusal has a body too, which says why.',
    },
  },
]
