import 'server-only'

import { env } from '@kit/env'

import { actionIdOf } from './action-ids'
import { readStandIns } from '../catalogue/attack-files'
import type { RawRequest } from './send-to-loopback'
import type { Attack, StandIns } from '../catalogue/attack-schema'

/** A command inside the curl command that prints a person's cookie. */
const SHELL = /\$\(printf %s '@shell:[^']+@'\)/

export interface ResolvedAttack {
  label: string
  curl: string
  request: RawRequest
  /** The session it needs, and how to sign in. */
  session: { email: string; standIn: string; signIn: RawRequest } | null
}

/**
 * Fills in this build's action IDs and this app's origin. The cookie stays a placeholder: showing an attack signs no
 * one in.
 */
export async function resolveAttack(attack: Attack): Promise<ResolvedAttack> {
  const standIns = await readStandIns()
  const fill = await filler(`${JSON.stringify(attack)}${standIns.signIn.shell}`, standIns)
  const signedIn = (email: string) =>
    `# Sign in as ${email}\ncookie="$(${fill(standIns.signIn.shell).replaceAll('@email@', email)})"\n\n`
  const { method, path, headers, body } = attack
  const [standIn, email] =
    Object.entries(standIns.cookies).find(([cookie]) => headers.Cookie === cookie) ?? []
  return {
    label: fill(attack.label),
    curl: `${email ? signedIn(email) : ''}${fill(attack.curl).replace(SHELL, '$cookie')}`,
    request: filled({ method, path, headers, body }, fill),
    session:
      standIn && email
        ? {
            email,
            standIn,
            signIn: filled(standIns.signIn, (text) => fill(text).replaceAll('@email@', email)),
          }
        : null,
  }
}

type Fill = (text: string) => string

/** Replaces the placeholders with real IDs and the real origin. */
async function filler(text: string, { origin, actions }: StandIns): Promise<Fill> {
  const ids = new Map<string, string>()
  for (const [standIn, { file, exportName }] of Object.entries(actions)) {
    if (text.includes(standIn)) ids.set(standIn, await actionIdOf(file, exportName))
  }
  const { APP_URL } = env()
  return (written) =>
    [...ids]
      .reduce((result, [standIn, id]) => result.replaceAll(standIn, id), written)
      .replaceAll(origin, APP_URL)
      .replaceAll(new URL(origin).host, new URL(APP_URL).host)
}

function filled(
  {
    method,
    path,
    headers,
    body,
  }: { method: string; path: string; headers: Record<string, string>; body: string | null },
  fill: Fill,
): RawRequest {
  return {
    method,
    path: fill(path),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)])),
    // Latin-1 preserves every byte.
    body: body === null ? null : Buffer.from(fill(body), 'latin1'),
  }
}
