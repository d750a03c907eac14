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

  findLineAction: {
    kind: 'public',
    limits: ['default.public'],
    encoding: 'form',
    stateful: true,
    page: () => '/lab/no-ownership',
    // Not the right line, so no cookie is set.
    input: () => ({ lesson: 'no-ownership', line: '1' }),
    fields: [
      { path: 'lesson', kind: 'choice', required: true },
      {
        path: 'line',
        kind: 'text',
        required: true,
        longest: 3,
        lengthen: (length) => '1'.repeat(length),
        misleading: ['0', '-1', '1.5', '1e1', '0x1', ' 1'],
      },
    ],
    showsPeople: true,
    refusals: ['NOT_FOUND'],
    changes: () => [],
    answer: 'data',
  },

  tryFixAction: {
    kind: 'public',
    limits: ['default.public', 'lab.fix'],
    encoding: 'form',
    stateful: true,
    page: () => '/lab/no-ownership',
    // Not the right chain, so no cookie is set.
    input: () => ({ lesson: 'internal-errors', chain: 'A' }),
    fields: [
      { path: 'lesson', kind: 'choice', required: true },
      { path: 'chain', kind: 'choice', required: true },
    ],
    showsPeople: true,
    refusals: ['NOT_FOUND'],
    changes: () => [],
    answer: 'data',
  },

  answerQuestionAction: {
    kind: 'public',
    limits: ['default.public'],
    encoding: 'form',
    stateful: true,
    page: () => '/lab/questions',
    // Wrong, so no cookie is set.
    input: () => ({ question: 'q1', answer: 'a' }),
    fields: [
      { path: 'question', kind: 'choice', required: true },
      { path: 'answer', kind: 'choice', required: true },
    ],
    refusals: [],
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
