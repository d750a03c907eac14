import type { Question } from './question'

/** About who may call an action, and for what. */
export const accessQuestions: readonly Question[] = [
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
    why: {
      a: 'The limit is part of the page. A request that doesn’t come from the page never meets it.',
      b: 'JavaScript isn’t involved: the browser keeps this limit with or without it. But a request doesn’t have to come from a browser.',
      c: 'The limit is part of the page. A request that doesn’t come from the page never meets it, so the action needs a schema with the same limit.',
      d: 'Next passes on what it receives. It knows nothing about the form’s fields.',
    },
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
    why: {
      a: 'An action is a separate endpoint. The page isn’t involved, and the ID is in code that every visitor gets.',
      b: 'The redirect protects the page. A request to the action doesn’t go through the page.',
      c: 'The server doesn’t remember who opened a page, and a request needs only the action’s ID.',
      d: 'The ID is in code that every visitor gets, so it isn’t a secret.',
    },
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
    why: {
      a: 'IDs appear in URLs, lists and logs, so they aren’t secrets, however long they are.',
      b: 'A dialog is part of the page, and a request doesn’t have to come from the page.',
      c: 'A limit slows an attacker down, but even one call can delete someone else’s task.',
      d: 'The session says who is calling. Whether the row is theirs is another question, and nothing here asks it.',
    },
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
    why: {
      a: 'The limit keeps the query in the named organization. But the caller named it.',
      b: 'The limit keeps the query in the named organization. Membership has to be proved first, or anyone names any organization.',
      c: 'The name is in the URL of every page of the organization, so it isn’t a secret.',
      d: 'Queries can be limited, and this one is. The organization it’s limited to is the caller’s choice.',
    },
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
    why: {
      a: 'The caller is an admin, so the attack passes this check.',
      b: '“owner” is a known role, so the attack passes this check.',
      c: 'An admin isn’t below an admin, and owner isn’t below admin, so both comparisons refuse the attack.',
      d: 'What the page offers doesn’t matter: the request can contain any role.',
    },
  },
]
