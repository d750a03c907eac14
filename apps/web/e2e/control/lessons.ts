import { actionRequest } from '@kit/attacks/http/action-call'
import { demoPassword } from '@kit/attacks/app/people'
import { send } from '@kit/attacks/http/raw-http'
import { FormFields } from '@kit/attacks/http/reply-encoding'
import { cookiesOf } from '@kit/attacks/app/sessions'
import { solutionFor } from '@kit/attacks/state/solutions'
import { taskId } from '@/features/tasks/attack-cases'
import { callGuarded } from './call-guarded'
import type { Lesson } from './lesson'

const LONG = 'x'.repeat(100_000)
const GUESSES = 40

const guess = (attempt: number) => (attempt === GUESSES ? demoPassword : `guess number ${attempt}`)
const attempts = Array.from({ length: GUESSES + 1 }, (_, attempt) => attempt)

/** Each mistake of `apps/unguarded`, once. */
export const lessons: readonly Lesson[] = [
  {
    mistake: 'no-validation',
    title: 'No input validation',
    unguarded: async (target) => [
      await target.post(
        'no-validation',
        'updateImageAction',
        { image: LONG },
        await target.signIn('nomad@gatehouse.test'),
      ),
    ],
    guarded: async (arena) => [
      await callGuarded(
        arena,
        'updateNameAction',
        (input) => ({ ...input, name: LONG }),
        'nomad@gatehouse.test',
      ),
    ],
    succeeded: ({ changes }) =>
      changes.some((change) => change.kind === 'update' && Object.values(change.after).includes(LONG)),
  },
  {
    mistake: 'no-authentication',
    title: 'No authentication',
    unguarded: async (target) => [
      await target.post('no-authentication', 'deleteUserAction', {
        userId: target.userId('viewer@acme.test'),
      }),
    ],
    guarded: async (arena) => [await callGuarded(arena, 'deleteTasksAction', (input) => input)],
    succeeded: ({ changes }) => changes.some(({ kind }) => kind === 'delete'),
  },
  {
    mistake: 'no-ownership',
    title: 'Authenticated, no ownership check',
    unguarded: async (target) => [
      await target.post(
        'no-ownership',
        'deleteTaskAction',
        { taskId: target.taskId('acme') },
        await target.signIn('editor@globex.test'),
      ),
    ],
    guarded: async (arena) => [
      await callGuarded(
        arena,
        'deleteTasksAction',
        () => ({ organization: 'globex', taskIds: [taskId(arena, { organization: 'acme' })] }),
        'editor@globex.test',
      ),
    ],
    succeeded: ({ changes }) => changes.some(({ kind, table }) => kind === 'delete' && table === 'task'),
  },
  {
    mistake: 'page-only',
    title: 'Authorization on the page only',
    unguarded: async (target) => [
      await target.post(
        'page-only',
        'renameOrganizationAction',
        { organization: 'acme', name: 'Taken over' },
        await target.signIn('viewer@acme.test'),
      ),
    ],
    guarded: async (arena) => [
      await callGuarded(
        arena,
        'createTaskAction',
        (input) => ({ ...input, title: 'Taken over' }),
        'viewer@acme.test',
      ),
    ],
    succeeded: ({ changes }) => changes.some((change) => JSON.stringify(change).includes('Taken over')),
  },
  {
    mistake: 'believed-ids',
    title: 'Trusting IDs from the client',
    unguarded: async (target) => [
      await target.post(
        'believed-ids',
        'createTaskAction',
        {
          title: 'In your name',
          organizationId: target.organizationId('acme'),
          createdBy: target.userId('owner@acme.test'),
        },
        await target.signIn('nomad@gatehouse.test'),
      ),
    ],
    guarded: async (arena) => {
      const input = { title: 'In your name', organizationId: arena.organizationId('acme') }
      const named = { ...input, createdBy: arena.userId('owner@acme.test') }
      return [
        await callGuarded(arena, 'createTaskAction', (own) => ({ ...own, ...named }), 'nomad@gatehouse.test'),
        await callGuarded(
          arena,
          'createTaskAction',
          (own) => ({ ...own, title: input.title }),
          'nomad@gatehouse.test',
        ),
        await callGuarded(arena, 'createTaskAction', (own) => ({ ...own, ...named }), 'editor@acme.test'),
      ]
    },
    succeeded: ({ changes }) => changes.some(({ kind, table }) => kind === 'insert' && table === 'task'),
  },
  {
    mistake: 'no-rate-limit',
    title: 'No rate limit',
    unguarded: async (target) => {
      const replies = []
      for (const attempt of attempts) {
        const fields = { email: 'owner@globex.test', password: guess(attempt) }
        replies.push(await target.post('no-rate-limit', 'signInAction', fields))
      }
      return replies
    },
    guarded: async (arena) => {
      const replies = []
      for (const attempt of attempts) {
        const fields = { email: 'owner@globex.test', password: guess(attempt) }
        // With a solved captcha, so only the rate limit can block it.
        const captcha = solutionFor('auth.signIn')
        replies.push(await callGuarded(arena, 'signInAction', () => ({ ...fields, captcha })))
      }
      return replies
    },
    succeeded: ({ replies }) => replies.some((reply) => cookiesOf(reply) !== ''),
  },
  {
    mistake: 'captured-secret',
    title: 'A secret captured by a closure',
    unguarded: async (target) => [await target.get('/captured-secret')],
    guarded: async () => {
      const pages = ['/', '/sign-in', '/sign-up', '/forgot-password']
      return Promise.all(pages.map((path) => send({ method: 'GET', path, headers: { Accept: 'text/html' } })))
    },
    succeeded: ({ decrypted }) => decrypted.length > 0,
  },
  {
    mistake: 'internal-errors',
    title: 'Internal errors returned',
    unguarded: async (target) => [
      await target.call(
        'internal-errors',
        'updateNameAction',
        // Shorter than the database allows.
        [new FormFields([['name', '']])],
        await target.signIn('nomad@gatehouse.test'),
      ),
    ],
    guarded: async (arena) => [
      await callGuarded(
        arena,
        'updateNameAction',
        (input) => ({ ...input, name: '' }),
        'nomad@gatehouse.test',
      ),
      await callGuarded(
        arena,
        'updateNameAction',
        (input) => ({ ...input, name: 'a\0b' }),
        'nomad@gatehouse.test',
      ),
    ],
    succeeded: ({ replies }) => replies.some(({ body }) => /Failed query|update \\?"user/.test(body)),
  },
  {
    mistake: 'mass-assignment',
    title: 'Mass assignment',
    unguarded: async (target) => [
      await target.post(
        'mass-assignment',
        'updateProfileAction',
        { name: 'Nora', role: 'super-admin' },
        await target.signIn('nomad@gatehouse.test'),
      ),
    ],
    guarded: async (arena) => [
      await callGuarded(
        arena,
        'updateNameAction',
        (input) => ({ ...input, name: 'Nora', role: 'super-admin' }),
        'nomad@gatehouse.test',
      ),
    ],
    succeeded: ({ changes }) =>
      changes.some((change) => change.kind === 'update' && change.after.role === 'super-admin'),
  },
  {
    mistake: 'exported-helper',
    title: 'A helper exported next to an action',
    unguarded: async (target) => [
      await target.call('exported-helper', 'setRole', [target.userId('viewer@acme.test'), 'owner']),
    ],
    guarded: async (arena) =>
      // Calls every action of the build with the helper's arguments: none of them sets a role.
      Promise.all(
        arena.endpoints.map(({ id }) =>
          send(actionRequest({ id, page: '/sign-in' }, [arena.userId('viewer@acme.test'), 'owner'])),
        ),
      ),
    succeeded: ({ changes }) => changes.some(({ table }) => table === 'member'),
  },
]
