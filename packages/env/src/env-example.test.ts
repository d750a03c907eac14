import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

import { settingNames } from './env'

/** The commands set NODE_ENV, and only tests point these providers at other servers. */
const unlisted = new Set(['NODE_ENV', 'TURNSTILE_VERIFY_URL', 'GITHUB_URL', 'GOOGLE_ISSUER'])

it('.env.example lists every setting, and no other', () => {
  const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8')
  const names = [...example.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name)
  expect(names.toSorted()).toEqual(settingNames.filter((name) => !unlisted.has(name)).toSorted())
})
