import type { Place } from '../protections/place'

/** Groups of attacks, or attacks by name. */
type Names = readonly string[]

/** What each middleware is there for. */
const byMaker: Readonly<Record<string, Names>> = {
  withRateLimit: ['limit'],
  withCaptcha: ['captcha'],
  withFreshSession: ['fresh'],
  reauthenticate: ['an old proof, and the password in the call', 'fresh'],
  withFeaturePermission: ['role'],
  withMinRole: ['role'],
  withHeldPermissions: ['role', 'state'],
  withResource: ['role', 'tenant', 'state', 'race'],
  withWriteRule: ['role', 'tenant', 'state', 'race'],
  withoutSession: ['session', 'state'],
  recordRefusals: ['origin'],
}

/** What each bound is there for. */
const byBound: readonly [RegExp, Names][] = [
  [/^no further fields$/, ['extra fields', 'size']],
  [
    /^\.max/,
    ['one more than the bound', 'a fresh proof, and a password in the call too long for any account'],
  ],
  [/^\.min/, ['one less than the bound', 'nothing where something must stand']],
  [/^\.regex|^z\.email/, ['code in place of a value', 'a name that says what it is not']],
  [/^z\.uuid/, ['ids that are none']],
  [/^z\.iso/, ['days that are none']],
  [/^z\.(enum|literal)/, ['choices that are none', 'ids that are none', 'days that are none']],
  [
    /^\.refine/,
    [
      'a NUL',
      'days that are none',
      'an id twice',
      'a name that says what it is not',
      'code in place of a value',
      'missing fields',
    ],
  ],
]

/** What each check is there for, by the names in it. */
const byCheck: readonly [RegExp, Names][] = [
  [/isBanned/, ['session of a suspended person', 'session']],
  [/getSession|found|!result/, ['session']],
  [/headers\.|assertSameOrigin/, ['origin']],
  [/enforceLimit|allowed|callerIp/, ['limit']],
  [/spared|spendCaptcha|verdict|waiting/, ['captcha']],
  [/asMember|NotAMember|!organization/, ['tenant', 'shape']],
  [/isFresh/, ['fresh']],
  [
    /isSuccess/,
    ["the other organization's owner, one's own named, this one's ids", 'states that cannot be cloned'],
  ],
  [/withExclusiveTenant/, ['race', 'role']],
  [/redirect/, ['state', 'race']],
]

/**
 * What is most likely to get through without a protection. For the first of the actions that share it this only saves
 * time, since everything is fired at it in the end; the others meet these and no more, so what they alone may miss has to
 * stand here, or the mutant is told as a survivor.
 */
export function likelyAttacks({ kind, maker, label, module, node }: Place): Names {
  if (maker && byMaker[maker]) return byMaker[maker]
  if (label.startsWith('.inputSchema')) return ['extra fields', 'values', 'shape', 'state']
  if (kind === 'rule') return ['role', 'state', 'race']
  const [table, text] = kind === 'bound' ? [byBound, label] : [byCheck, module.textOf(node)]
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? ['role', 'tenant', 'state']
}
