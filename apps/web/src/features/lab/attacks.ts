import { namedRows, type MatrixOf } from '@kit/attacks/engine/row'
import type * as actions from '@/features/lab/actions'

/** One value more than a list may have. */
const MANY = JSON.stringify({ message: Array.from({ length: 21 }, () => 'a') })

const matrix: MatrixOf<typeof actions> = {
  fireAttackAction: {
    kind: 'public',
    limits: ['default.public', 'lab.fire'],
    encoding: 'form',
    stateful: true,
    page: () => '/lab/attack',
    // Signed out, so no session is created.
    input: () => ({ endpoint: 'deleteTasksAction', attack: 'session.no-cookie.1' }),
    fields: [
      {
        path: 'endpoint',
        kind: 'text',
        required: true,
        longest: 64,
        // Names of files that aren't targets.
        misleading: ['../stand-ins', 'stand-ins', 'deleteTasksAction.json', 'Actions'],
      },
      {
        path: 'attack',
        kind: 'text',
        required: true,
        longest: 120,
        misleading: ['session', '../session.no-cookie', 'session.no-cookie.1.1', 'SESSION.no-cookie.1'],
      },
    ],
    showsPeople: true,
    refusals: ['NOT_FOUND'],
    changes: () => [],
    answer: 'data',
  },

  attackControlAction: {
    kind: 'public',
    limits: ['default.public', 'lab.control'],
    encoding: 'json',
    stateful: false,
    page: () => '/lab/no-ownership',
    input: () => ({ mistake: 'internal-errors' }),
    fields: [{ path: 'mistake', kind: 'choice', required: true }],
    showsPeople: true,
    refusals: [],
    changes: () => [],
    answer: 'data',
  },

  sendChallengeAction: {
    kind: 'public',
    limits: ['default.public', 'lab.challenge'],
    encoding: 'form',
    stateful: true,
    page: () => '/lab/no-ownership',
    // Solves nothing, so no cookie is set.
    input: () => ({
      challenge: 'robots',
      caller: 'signed-out',
      target: 'no-captcha/sendMessageAction',
      args: '{"message": "Hello"}',
      headers: 'Accept-Language: en',
    }),
    fields: [
      { path: 'challenge', kind: 'choice', required: true },
      { path: 'caller', kind: 'choice', required: true },
      { path: 'target', kind: 'choice', required: true },
      {
        path: 'args',
        kind: 'text',
        required: true,
        longest: 4000,
        lengthen: (length) => `{"message":"${'a'.repeat(length - '{"message":""}'.length)}"}`,
        misleading: ['[]', '"text"', '{"message": 1}', '{"message": {"a": "b"}}', MANY],
      },
      {
        path: 'headers',
        kind: 'text',
        required: true,
        mayBeEmpty: true,
        longest: 1000,
        lengthen: (length) => `Note: ${'a'.repeat(length - 'Note: '.length)}`,
        misleading: ['Cookie: a=b', 'Host: example.com', 'X-Start-Unguarded: yes', 'no colon', 'A: b\u0000'],
      },
    ],
    showsPeople: true,
    refusals: ['NOT_FOUND'],
    changes: () => [],
    answer: 'data',
  },

  resetProgressAction: {
    kind: 'public',
    limits: ['default.public'],
    encoding: 'form',
    stateful: true,
    page: () => '/lab',
    input: () => ({}),
    fields: [],
    refusals: [],
    changes: () => [],
    answer: 'data',
  },
}

export const attacks = namedRows('src/features/lab/actions.ts', matrix)
