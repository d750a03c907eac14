import { namedRows, type MatrixOf } from '@kit/attacks/engine/row'
import type * as actions from '@/features/lab/actions'

const matrix: MatrixOf<typeof actions> = {
  fireAttackAction: {
    kind: 'public',
    limits: ['default.public', 'lab.fire'],
    encoding: 'form',
    stateful: true,
    page: () => '/lab/attack',
    // As nobody, so that no session is begun for it.
    input: () => ({ endpoint: 'deleteTasksAction', attack: 'session.no-cookie.1' }),
    fields: [
      {
        path: 'endpoint',
        kind: 'text',
        required: true,
        longest: 64,
        // Names of files that are no target, as far as they could be told by their form.
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
    // It is refused, as the suite demands.
    changes: () => [],
    answer: 'data',
  },
}

export const attacks = namedRows('src/features/lab/actions.ts', matrix)
