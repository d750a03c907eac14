import type { Protection } from '../protections/protection'

/** Groups or names of attacks. */
type Names = readonly string[]

/** The attacks that each middleware stops. */
const byMaker: Readonly<Record<string, Names>> = {
  withRateLimit: ['limit'],
  withNewAccountLimit: ['limit'],
  withCaptcha: ['captcha'],
  withFreshSession: ['fresh'],
  reauthenticate: ['expired re-authentication, right password in the call', 'fresh'],
  withFeaturePermission: ['role'],
  withMinRole: ['role'],
  withOwn: ["with the ID of another person's row"],
  withTwoFactor: ['a member without the two-factor authentication that the action requires'],
  withHeldPermissions: ['role', 'state'],
  withResource: ['role', 'tenant', 'state', 'race'],
  withEdit: ['a version of other values'],
  withSubmission: ['the same submission after success'],
  withWriteRule: ['role', 'tenant', 'state', 'race'],
  withoutSession: ['session', 'state'],
  refuseForeignOrigin: ['origin'],
  recordRefusals: ['the refusal of wrong input is recorded'],
}

/** The attacks that each bound stops. */
const byBound: readonly [RegExp, Names][] = [
  [/^no extra fields$/, ['extra fields', 'size']],
  [/^\.max/, ['one over the bound', 'fresh session, overlong password or code in the call']],
  [/^\.min/, ['one under the bound', 'empty required values']],
  [/^\.regex|^z\.email/, ['code instead of a value', 'misleading names']],
  [/^z\.uuid/, ['invalid IDs']],
  [/^z\.iso/, ['invalid dates']],
  [/^z\.(enum|literal)/, ['invalid choices', 'invalid IDs', 'invalid dates']],
  [
    /^\.refine/,
    [
      'a NUL',
      'invalid dates',
      'a repeated ID',
      'misleading names',
      'text that hides or reorders',
      'code instead of a value',
      'missing fields',
    ],
  ],
]

/** The attacks that the checks of an impersonation stop. Most are fired only at actions that allow one. */
const impersonation: Names = [
  'impersonating read-only',
  'impersonating',
  'impersonating, with the password in the call',
  'impersonating, after the time is over',
  'impersonating, after losing the role',
  'impersonating with write access, as support',
  'impersonating a suspended person',
  'impersonating someone who became an admin',
  'impersonating someone whose account was deleted',
]

/** The attacks that every check in a file stops. */
const byFile: readonly [RegExp, Names][] = [[/\/(in-force|assert-may-act)\.ts$/, impersonation]]

/** The attacks that each check stops, by the names in it. */
const byCheck: readonly [RegExp, Names][] = [
  [/impersonation|isInForce/, [...impersonation, 'session']],
  [/isBanned/, ["a suspended user's session", 'session']],
  [/getSession|found|!result/, ['session']],
  [/headers\.|assertSameOrigin/, ['origin']],
  [/enforceLimit|allowed|callerIp/, ['limit']],
  [/spared|spendCaptcha|verdict|waiting/, ['captcha']],
  [/asMember|NotAMember|!organization/, ['tenant', 'shape']],
  [
    /ctx\.user\.twoFactor/,
    ['a member without the two-factor authentication that the action requires', 'role'],
  ],
  [/TwoFactorRequired/, ['a member without the two-factor authentication that the organization requires']],
  [/owns\(/, ["with the ID of another person's row"]],
  [/isFresh/, ['fresh']],
  [/super-admin|hasInstallationPermission|adminsNeedTwoFactor/, ['role']],
  [/withExclusiveTenant/, ['race', 'role']],
  [/redirect/, ['state', 'race']],
]

/**
 * Returns the attacks most likely to succeed without a protection, which are fired at every action that shares it. All
 * others follow, but each at one action only. So the mutant of a shared protection may survive if the attack that kills it
 * is missing here.
 */
export function likelyAttacks({ kind, maker, label, module, node }: Protection): Names {
  if (maker && byMaker[maker]) return byMaker[maker]
  if (label.startsWith('.inputSchema')) return ['extra fields', 'values', 'shape', 'state']
  if (kind === 'rule') return ['role', 'state', 'race']
  const inFile = byFile.find(([pattern]) => pattern.test(module.file))?.[1]
  if (inFile) return inFile
  const [table, text] = kind === 'bound' ? [byBound, label] : [byCheck, module.textOf(node)]
  return table.find(([pattern]) => pattern.test(text))?.[1] ?? ['role', 'tenant', 'state']
}
