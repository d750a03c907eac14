import { namedRows, type MatrixOf } from '@kit/attacks/engine/row'
import type * as actions from '@/features/lab/actions'

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
}

export const attacks = namedRows('src/features/lab/actions.ts', matrix)
