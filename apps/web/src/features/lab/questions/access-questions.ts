import type { Question } from './question'

/** About who may call an action, and for what. */
export const accessQuestions: readonly Question[] = [
  {
    id: 'q1',
    lesson: 'no-validation',
    text: 'A form’s field has maxLength={500}. What can the action receive?',
    answers: {
      a: 'At most 500 characters, because browsers enforce it',
      b: 'At most 500 characters, unless JavaScript is off',
      c: 'Anything, because a request can skip the form',
      d: 'Anything, but Next cuts it off at 500',
    },
    right: 'c',
    why: {
      a: 'A request that doesn’t come from the page never meets the page’s limit.',
      b: 'Browsers keep the limit without JavaScript too. But a request doesn’t have to come from a browser.',
      c: 'The limit is part of the page. So the action needs a schema with the same limit.',
      d: 'Next passes on what it receives. It knows nothing about the form’s fields.',
    },
  },
  {
    id: 'q2',
    lesson: 'no-authentication',
    text: 'A page redirects everyone who isn’t signed in. Who can call its form’s action?',
    answers: {
      a: 'Anyone, until the action checks the session itself',
      b: 'Only people who are signed in, because of the redirect',
      c: 'Only people who have opened the page in this session',
      d: 'Nobody outside the app, because the action’s ID is secret',
    },
    right: 'a',
    why: {
      a: 'An action is a separate endpoint, and its ID is in code that every visitor gets.',
      b: 'The redirect protects the page. A request to the action doesn’t go through the page.',
      c: 'The server doesn’t remember who opened a page.',
      d: 'The ID is in code that every visitor gets, so it isn’t a secret.',
    },
  },
  {
    id: 'q3',
    lesson: 'no-ownership',
    text: 'An action checks the session and deletes the task whose ID it got. What is missing?',
    answers: {
      a: 'A longer ID that nobody can guess',
      b: 'A dialog that asks whether to delete the task',
      c: 'A rate limit on deleting tasks',
      d: 'A check that this caller may delete it',
    },
    right: 'd',
    why: {
      a: 'IDs appear in URLs, lists and logs, so they aren’t secrets, however long they are.',
      b: 'A dialog is part of the page, and a request doesn’t have to come from the page.',
      c: 'Even one call can delete someone else’s task.',
      d: 'The session says who is calling, but not whether the task is theirs.',
    },
  },
  {
    id: 'q4',
    lesson: 'no-membership',
    text: 'A call names an organization, and the action limits its query to it. Is the data safe from other organizations’ members?',
    answers: {
      a: 'Yes, because the query finds no rows of other organizations',
      b: 'No, because nothing proves the caller’s membership',
      c: 'Yes, if nobody can guess the organization’s name',
      d: 'No, because such a query can’t be limited',
    },
    right: 'b',
    why: {
      a: 'The limit keeps the query in the named organization. But the caller named it.',
      b: 'The caller named the organization, so membership has to be proved first.',
      c: 'The name is in the URL of every page of the organization, so it isn’t a secret.',
      d: 'Queries can be limited, and this one is. The organization is the caller’s choice.',
    },
  },
  {
    id: 'q5',
    lesson: 'no-role',
    text: 'An admin may change roles. Which check stops them from becoming the owner?',
    answers: {
      a: 'The caller is an admin, read from the database',
      b: 'The new role is one that exists',
      c: 'The member and the new role are below the caller’s',
      d: 'The page doesn’t offer “owner” to admins',
    },
    right: 'c',
    why: {
      a: 'The caller is an admin, so the attack passes this check.',
      b: '“owner” exists, so the attack passes this check.',
      c: 'An admin can change only members below them, and give only roles below theirs. Neither is true here.',
      d: 'What the page offers doesn’t matter: the request can contain any role.',
    },
  },
]
