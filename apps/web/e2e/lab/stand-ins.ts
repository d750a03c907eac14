import { createHash } from 'node:crypto'

import { demoPassword, demoPeople } from '@kit/db/demo/demo'
import type { StandIns } from '@/features/lab/catalogue/attack-schema'

import { matrix } from '../attacks/matrix'
import { actionRequest } from '@kit/attacks/http/action-call'
import { cookieShell } from '@kit/attacks/http/curl'
import { baseUrl } from '@kit/attacks/app/environment'

/** Deterministic letters and digits. */
export const madeUp = (seed: string, length: number) =>
  createHash('sha512').update(`gatehouse ${seed}`).digest('hex').slice(0, length)

/** Placeholder for an action ID, in the same format. */
export const actionIdOf = (file: string, exportName: string) => `7f${madeUp(`${file}#${exportName}`, 40)}`

/** Placeholder for a session cookie. */
export const cookieOf = (whose: string) =>
  `gatehouse.session_token=${madeUp(whose, 32)}.${madeUp(`signature of ${whose}`, 43)}%3D`

/** Placeholder in a curl command for a shell command that prints the cookie. */
export const shellOf = (email: string) => `printf %s '@shell:${email}@'`

export function standIns(): StandIns {
  const signIn = matrix.find(({ exportName }) => exportName === 'signInAction')
  if (!signIn) throw new Error('The matrix has no signInAction.')
  const id = actionIdOf(signIn.file, signIn.exportName)
  const request = actionRequest({ id, page: '/sign-in' }, [{}, { email: '@email@', password: demoPassword }])
  return {
    origin: baseUrl().origin,
    actions: Object.fromEntries(
      matrix.map(({ file, exportName }) => [actionIdOf(file, exportName), { file, exportName }]),
    ),
    cookies: Object.fromEntries(demoPeople.map(({ email }) => [cookieOf(email), email])),
    signIn: {
      ...request,
      body: request.body?.toString('latin1') ?? null,
      shell: cookieShell(request, baseUrl().origin),
    },
  }
}
