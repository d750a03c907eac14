import { namedRows, type MatrixOf } from '@kit/attacks/engine/row'
import { captchaProof, email } from '../auth/attacks'
import { MAIL } from '@kit/attacks/engine/arena'
import { solutionFor } from '@kit/attacks/state/solutions'
import type * as actions from '@/features/contact/actions'

const matrix: MatrixOf<typeof actions> = {
  sendContactMessageAction: {
    kind: 'public',
    limits: ['default.public', 'contact.ip', 'contact.total'],
    encoding: 'form',
    stateful: true,
    submits: true,
    page: () => '/contact',
    captcha: 'contact.send',
    input: () => ({
      name: "Ada O'Neill",
      email: 'ada@attack.test',
      message: 'Is anybody there?',
      captcha: solutionFor('contact.send'),
    }),
    fields: [
      { path: 'name', kind: 'text', required: true, longest: 80, free: true },
      email,
      { path: 'message', kind: 'text', required: true, longest: 4000, free: true },
      captchaProof,
    ],
    refusals: [],
    // Always mailed to the site's contact email, whatever the visitor enters.
    changes: () => [{ table: MAIL, kind: 'insert', rows: 1, values: { to: 'contact@gatehouse.test' } }],
    answer: 'data',
  },
}

export const attacks = namedRows('src/features/contact/actions.ts', matrix)
