import type { Question } from './question'

/** About what the lessons teach, in their order. */
export const questions: readonly Question[] = [
  {
    id: 'q1',
    text: 'A form’s field has maxLength={500}. What can the action receive?',
    answers: {
      a: 'At most 500 characters',
      b: 'At most 500 characters, unless JavaScript is off',
      c: 'Anything, because a request doesn’t have to come from the form',
      d: 'Anything, but Next cuts it off at 500 characters',
    },
    right: 'c',
    why: 'The limit is part of the page. A request that doesn’t come from the page never meets it, so the action needs a schema with the same limit.',
  },
  {
    id: 'q2',
    text: 'A page redirects everyone who isn’t signed in. Its form calls deleteTaskAction. Who can call the action?',
    answers: {
      a: 'Anyone, until the action itself checks the session',
      b: 'Only people who are signed in',
      c: 'Only people who have opened the page before',
      d: 'Nobody outside the app, because its ID is secret',
    },
    right: 'a',
    why: 'An action is a separate endpoint. The page isn’t involved, and the ID is in code that every visitor gets.',
  },
  {
    id: 'q3',
    text: 'An action checks the session and then deletes the task whose ID it got. What is missing?',
    answers: {
      a: 'A longer ID that nobody can guess',
      b: 'A confirmation dialog',
      c: 'A rate limit',
      d: 'A check that this caller may delete this task',
    },
    right: 'd',
    why: 'The session says who is calling. Whether the row is theirs is another question. IDs appear in URLs, lists and logs, so they aren’t secrets.',
  },
  {
    id: 'q4',
    text: 'A call names an organization, and the action limits its query to it. Is the organization’s data safe from members of others?',
    answers: {
      a: 'Yes, the query can’t return other rows',
      b: 'No, the caller chose the name, and nothing proves that they are a member',
      c: 'Yes, if the name can’t be guessed',
      d: 'No, because queries can’t be limited',
    },
    right: 'b',
    why: 'The limit keeps the query in the named organization. Membership has to be proved first, or anyone names any organization.',
  },
  {
    id: 'q5',
    text: 'An admin may change roles. Which check stops them from making themselves the owner?',
    answers: {
      a: 'That the caller is an admin',
      b: 'That the new role is one of the known roles',
      c: 'That the member and the new role are below the caller’s own role',
      d: 'That the page doesn’t offer “owner” to admins',
    },
    right: 'c',
    why: 'The first two pass for the attack, and the last is only about the page. Both the member and the role must be below the caller.',
  },
  {
    id: 'q6',
    text: 'What does a limit on sign-in attempts have to count by, to stop one script that guesses one account’s password?',
    answers: {
      a: 'Something that the script can’t change, such as the account',
      b: 'A cookie that the server sets',
      c: 'The X-Forwarded-For header of the request',
      d: 'The session',
    },
    right: 'a',
    why: 'A script can drop cookies and put anything into the header. There is no session before sign-in. The account under attack stays the same.',
  },
  {
    id: 'q7',
    text: 'An action inside a page uses the page’s variable apiKey. Who gets its value?',
    answers: {
      a: 'Nobody, because the action runs on the server',
      b: 'Every visitor of the page, encrypted with the build’s key',
      c: 'Every visitor of the page, in plain text',
      d: 'Only visitors who send the form',
    },
    right: 'b',
    why: 'Next writes captured variables into the page, so they come back with the form. Anyone who gets the build’s key can read them, and a copy works in another session.',
  },
  {
    id: 'q8',
    text: 'The input’s type is { name: string }. A request also sends role: "super-admin". What happens in user.update(input)?',
    answers: {
      a: 'TypeScript throws an error at runtime',
      b: 'Next removes fields that the type doesn’t have',
      c: 'The database refuses a field that isn’t in the type',
      d: 'The role is stored, because types are gone at runtime',
    },
    right: 'd',
    why: 'Nothing compares the input with the type at runtime. A strict schema does, and refuses the extra field.',
  },
  {
    id: 'q9',
    text: 'A file starts with “use server” and exports an action and a helper that only the action uses. Who can call the helper?',
    answers: {
      a: 'Only the action',
      b: 'Only other server code',
      c: 'Anyone, without the action’s checks',
      d: 'Anyone who is signed in',
    },
    right: 'c',
    why: 'Every export of such a file is an endpoint. Don’t export the helper, or move it to a file without the directive.',
  },
  {
    id: 'q10',
    text: 'An attack gets a response with status 200. Did it succeed?',
    answers: {
      a: 'You can’t tell. Look at the response’s body and at the rows',
      b: 'Yes, 200 means success',
      c: 'No, because actions always answer 500 after an attack',
      d: 'Yes, unless the body is empty',
    },
    right: 'a',
    why: 'An action returns its refusal like any other value, so the form can show it. The status says only that the action ran.',
  },
]

export const questionIds: readonly string[] = questions.map(({ id }) => id)
