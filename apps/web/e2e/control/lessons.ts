import { actionRequest } from '@kit/attacks/http/action-call'
import { demoPassword } from '@kit/attacks/app/people'
import { send } from '@kit/attacks/http/raw-http'
import { FormFields } from '@kit/attacks/http/reply-encoding'
import { cookiesOf } from '@kit/attacks/app/sessions'
import { solutionFor } from '@kit/attacks/state/solutions'
import { demoId } from '@kit/db/demo/demo'
import { callGuarded } from './call-guarded'
import { signedIn } from '@kit/attacks/engine/caller'
import { cookieOf } from '@kit/attacks/engine/page-reply'
import type { Arena } from '@kit/attacks/engine/arena'
import type { Lesson } from './lesson'

const LONG = 'x'.repeat(100_000)
const GUESSES = 40

const guess = (attempt: number) => (attempt === GUESSES ? demoPassword : `guess number ${attempt}`)
const attempts = Array.from({ length: GUESSES + 1 }, (_, attempt) => attempt)

const fromAnotherSite = { Origin: 'https://attacker.example', 'X-Forwarded-Host': 'attacker.example' }

/** Adds the emails of all users to a search's result. */
const INJECTED = '%\' UNION SELECT email FROM "user" --'

const visit = (arena: Arena, path: string) =>
  send({
    method: 'GET',
    path,
    headers: { Accept: 'text/html', ...cookieOf(signedIn(arena, 'editor@acme.test')) },
  })

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
      await target.post('no-authentication', 'deleteTaskAction', { taskId: target.taskId('acme') }),
    ],
    guarded: async (arena) => [await callGuarded(arena, 'deleteTasksAction', (input) => input)],
    succeeded: ({ changes }) => changes.some(({ kind, table }) => kind === 'delete' && table === 'task'),
  },
  {
    mistake: 'no-ownership',
    title: 'A member, no ownership check',
    unguarded: async (target) => [
      await target.post(
        'no-ownership',
        'deleteTaskAction',
        { taskId: demoId('task', 'acme 2') },
        await target.signIn('editor@acme.test'),
      ),
    ],
    guarded: async (arena) => [
      await callGuarded(
        arena,
        'deleteTasksAction',
        () => ({ organization: 'acme', taskIds: [demoId('task', 'acme 2')] }),
        'editor@acme.test',
      ),
    ],
    succeeded: ({ changes }) => changes.some(({ kind, table }) => kind === 'delete' && table === 'task'),
  },
  {
    mistake: 'no-membership',
    title: 'Signed in, no membership check',
    unguarded: async (target) => [
      await target.post(
        'no-membership',
        'completeTaskAction',
        { organization: 'acme', taskId: demoId('task', 'acme 1') },
        await target.signIn('editor@globex.test'),
      ),
    ],
    guarded: async (arena) => [
      await callGuarded(
        arena,
        'patchTasksAction',
        () => ({ organization: 'acme', taskIds: [demoId('task', 'acme 1')], patch: { status: 'done' } }),
        'editor@globex.test',
      ),
      await callGuarded(
        arena,
        'patchTasksAction',
        () => ({ organization: 'globex', taskIds: [demoId('task', 'acme 1')], patch: { status: 'done' } }),
        'editor@globex.test',
      ),
    ],
    succeeded: ({ changes }) => changes.some(({ kind, table }) => kind === 'update' && table === 'task'),
  },
  {
    mistake: 'no-role',
    title: 'A member, no role check',
    unguarded: async (target) => [
      await target.post(
        'no-role',
        'changeRoleAction',
        { organization: 'acme', memberId: demoId('member', 'acme admin@acme.test'), role: 'owner' },
        await target.signIn('admin@acme.test'),
      ),
    ],
    guarded: async (arena) => [
      await callGuarded(
        arena,
        'changeRoleAction',
        (input) => ({ ...input, memberId: demoId('member', 'acme admin@acme.test'), role: 'owner' }),
        'admin@acme.test',
      ),
    ],
    succeeded: ({ changes }) => changes.some(({ table }) => table === 'member'),
  },
  {
    mistake: 'no-permission',
    title: 'A member, no permission check',
    unguarded: async (target) => [
      await target.post(
        'no-permission',
        'createTaskAction',
        { organization: 'acme', title: 'Written by a viewer' },
        await target.signIn('viewer@acme.test'),
      ),
    ],
    guarded: async (arena) => [
      await callGuarded(arena, 'createTaskAction', (input) => input, 'viewer@acme.test'),
    ],
    succeeded: ({ changes }) => changes.some(({ kind, table }) => kind === 'insert' && table === 'task'),
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
        'renameOrganizationAction',
        (input) => ({ ...input, name: 'Taken over' }),
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
        // PostgreSQL can't store a null character in text.
        [new FormFields([['name', 'a\0b']])],
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
    title: 'Trusting TypeScript types',
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
  {
    mistake: 'foreign-site',
    title: 'The wrong host trusted',
    unguarded: async (target) => [
      await target.post(
        'foreign-site',
        'deleteTaskAction',
        { taskId: demoId('task', 'acme 2') },
        await target.signIn('owner@acme.test'),
        fromAnotherSite,
      ),
    ],
    guarded: async (arena) => [
      await callGuarded(
        arena,
        'deleteTasksAction',
        () => ({ organization: 'acme', taskIds: [demoId('task', 'acme 2')] }),
        'owner@acme.test',
        fromAnotherSite,
      ),
    ],
    succeeded: ({ changes }) => changes.some(({ kind, table }) => kind === 'delete' && table === 'task'),
  },
  {
    mistake: 'no-captcha',
    title: 'No captcha',
    unguarded: async (target) => [
      await target.call('no-captcha', 'sendMessageAction', [
        new FormFields([
          ['email', 'a@attack.test'],
          ['message', 'Buy'],
        ]),
      ]),
    ],
    guarded: async (arena) => [
      await callGuarded(arena, 'sendContactMessageAction', (input) => ({ ...input, captcha: 'none' })),
    ],
    // Both apps say whether they sent it. The snapshots leave mail out.
    succeeded: ({ replies }) => replies.some(({ body }) => body.includes('"sent":true')),
  },
  {
    mistake: 'raw-row',
    title: 'Whole rows returned',
    unguarded: async (target) => [
      await target.call(
        'raw-row',
        'findPersonAction',
        [new FormFields([['email', 'owner@acme.test']])],
        await target.signIn('nomad@gatehouse.test'),
      ),
    ],
    guarded: async (arena) => [await visit(arena, '/acme/members')],
    succeeded: ({ replies }) => replies.some(({ body }) => body.includes('$argon2')),
  },
  {
    mistake: 'raw-sql',
    title: 'SQL built from text',
    unguarded: async (target) => [
      await target.call(
        'raw-sql',
        'searchTasksAction',
        [
          new FormFields([
            ['organization', 'acme'],
            ['text', INJECTED],
          ]),
        ],
        await target.signIn('editor@acme.test'),
      ),
    ],
    guarded: async (arena) => [await visit(arena, `/acme/tasks?search=${encodeURIComponent(INJECTED)}`)],
    succeeded: ({ replies }) => replies.some(({ body }) => body.includes('owner@globex.test')),
  },
  {
    mistake: 'transfer',
    title: 'Two mistakes combined',
    unguarded: async (target) => {
      const reply = await target.call('transfer', 'codeOf', ['acme'])
      const [code = ''] = /"[0-9a-f]{12}"/.exec(reply.body) ?? []
      const fields = { organization: 'acme', code: code.slice(1, -1) }
      return [
        await target.post(
          'transfer',
          'acceptTransferAction',
          fields,
          await target.signIn('nomad@gatehouse.test'),
        ),
      ]
    },
    guarded: async (arena) => [
      await callGuarded(arena, 'transferOwnershipAction', (input) => input, 'nomad@gatehouse.test'),
    ],
    succeeded: ({ changes }) => changes.some(({ table }) => table === 'member'),
  },
]
