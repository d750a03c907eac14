import 'server-only'
import { join } from 'node:path'

import { manifestOf } from '../firing/action-ids'
import { postForm, signedIn, visitControl } from './post-to-control'
import { decryptAll, encryptionKey } from './decrypt'

/** A step of an attack, with what it sent or found. */
export interface Step {
  title: string
  code: string
}

const PAGE = '/captured-secret'

/**
 * Shows what someone who stole the build's key can read, and what anyone can do without the key: send one user's values as
 * another user.
 */
export async function attackClosure(port: number): Promise<{ succeeded: boolean; steps: Step[] }> {
  const victim = await signedIn(port, 'owner@acme.test')
  const { body } = await visitControl(port, PAGE, victim)
  const fields = hiddenFields(body)
  const sealed = fields.map(([, value]) => value).join('\n')
  const key = encryptionKey(manifestOf(join(process.cwd(), '../unguarded')))
  const secrets = decryptAll(sealed, key)
  const attacker = await signedIn(port, 'nomad@gatehouse.test')
  const replayed = await postForm(port, PAGE, [...fields, ['name', 'Replayed']], attacker)
  const fixed = await visitControl(port, `${PAGE}/fixed`, victim)
  const rest = hiddenFields(fixed.body)
  return {
    succeeded: secrets.length > 0 && replayed.status < 400,
    steps: [
      { title: 'The page’s source, as owner@acme.test gets it', code: written(fields) },
      { title: 'The long value, decrypted with the build’s key', code: secrets.join('\n') },
      {
        title: 'The same fields, sent by nomad@gatehouse.test',
        code: `POST ${PAGE} as nomad@gatehouse.test, name=Replayed\nStatus ${replayed.status}`,
      },
      { title: 'The same form with its action in a separate file: nothing to decrypt', code: written(rest) },
    ],
  }
}

/** The hidden fields that React adds to a form for browsers without JavaScript. */
export function hiddenFields(html: string): [name: string, value: string][] {
  return [...html.matchAll(/<input type="hidden" name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/g)].map(
    ([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')],
  )
}

const written = (fields: readonly (readonly [string, string])[]) =>
  fields.map(([name, value]) => `<input name="${name}" value='${value}'>`).join('\n')
