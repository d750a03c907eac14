import type { Question } from './question'

/** About who may call an action, and for what. */
export const accessQuestions: readonly Question[] = [
  {
    id: 'q1',
    lesson: 'no-validation',
    text: 'A form’s field has maxLength={500}. What can the action receive?',
    answers: {
      a: 'At most 500 characters, because browsers enforce the limit',
      b: 'At most 500 characters, unless JavaScript is off',
      c: 'Anything, because a request can skip the form',
      d: 'Anything, but Next cuts it off at 500 characters',
    },
    right: 'c',
    why: {
      a: 'The limit is part of the page. A request that doesn’t come from the page never meets it.',
      b: 'JavaScript isn’t involved: the browser keeps this limit with or without it. But a request doesn’t have to come from a browser.',
      c: 'The limit is part of the page. A request that doesn’t come from the page never meets it, so the action needs a schema with the same limit.',
      d: 'Next passes on what it receives. It knows nothing about the form’s fields.',
    },
  },
  {
    id: 'q2',
    lesson: 'no-authentication',
    text: 'A page redirects everyone who isn’t signed in. Its form calls deleteTaskAction. Who can call the action?',
    answers: {
      a: 'Anyone, until the action checks the session itself',
      b: 'Only people who are signed in, because of the redirect',
      c: 'Only people who have opened the page in this session',
      d: 'Nobody outside the app, because the action’s ID is secret',
    },
    right: 'a',
    why: {
      a: 'An action is a separate endpoint. The page isn’t involved, and the ID is in code that every visitor gets.',
      b: 'The redirect protects the page. A request to the action doesn’t go through the page.',
      c: 'The server doesn’t remember who opened a page, and a request needs only the action’s ID.',
      d: 'The ID is in code that every visitor gets, so it isn’t a secret.',
    },
  },
  {
    id: 'q3',
    lesson: 'no-ownership',
    text: 'An action checks the session and then deletes the task whose ID it got. What is missing?',
    answers: {
      a: 'A longer ID, one that nobody can guess or count up to',
      b: 'A dialog that asks whether to delete the task',
      c: 'A rate limit, so nobody can delete many tasks',
      d: 'A check that this caller may delete this task',
    },
    right: 'd',
    why: {
      a: 'IDs appear in URLs, lists and logs, so they aren’t secrets, however long they are.',
      b: 'A dialog is part of the page, and a request doesn’t have to come from the page.',
      c: 'A limit slows an attacker down, but even one call can delete someone else’s task.',
      d: 'The session says who is calling. Whether the row is theirs is another question, and nothing here asks it.',
    },
  },
  {
    id: 'q4',
    lesson: 'no-membership',
    text: 'A call names an organization, and the action limits its query to it. Is the organization’s data safe from members of other organizations?',
    answers: {
      a: 'Yes, because the query can’t return rows of other organizations',
      b: 'No, because nothing proves that the caller is a member',
      c: 'Yes, as long as nobody can guess the organization’s name',
      d: 'No, because a query can’t be limited to one organization',
    },
    right: 'b',
    why: {
      a: 'The limit keeps the query in the named organization. But the caller named it.',
      b: 'The limit keeps the query in the named organization. Membership has to be proved first, or anyone names any organization.',
      c: 'The name is in the URL of every page of the organization, so it isn’t a secret.',
      d: 'Queries can be limited, and this one is. The organization it’s limited to is the caller’s choice.',
    },
  },
  {
    id: 'q5',
    lesson: 'no-role',
    text: 'An admin may change roles. Which check stops them from making themselves the owner?',
    answers: {
      a: 'That the caller is an admin, read from the database',
      b: 'That the new role is one of the roles that exist',
      c: 'That the member and the new role are below the caller’s',
      d: 'That the page’s list of roles doesn’t offer “owner” to admins',
    },
    right: 'c',
    why: {
      a: 'The caller is an admin, so the attack passes this check.',
      b: '“owner” is a known role, so the attack passes this check.',
      c: 'An admin isn’t below an admin, and owner isn’t below admin, so both comparisons refuse the attack.',
      d: 'What the page offers doesn’t matter: the request can contain any role.',
    },
  },
]
