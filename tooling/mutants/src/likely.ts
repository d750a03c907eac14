import type { Group } from '../../../apps/web/e2e/attacks/attack'
import type { Place } from './place'

/** The attacks that each middleware is there for. */
const byMaker: Readonly<Record<string, readonly Group[]>> = {
  withRateLimit: ['limit'],
  withCaptcha: ['captcha'],
  withFreshSession: ['fresh'],
  withFeaturePermission: ['role'],
  withMinRole: ['role'],
  withHeldPermissions: ['state', 'role'],
  withResource: ['role', 'tenant', 'state', 'race'],
  withoutSession: ['session', 'state'],
  recordRefusals: ['origin'],
}

const bySource: readonly [RegExp, readonly Group[]][] = [
  [/getSession|isBanned|found|!result/, ['session']],
  [/headers\.|assertSameOrigin/, ['origin']],
  [/demandCall|allowed|callerAddress/, ['limit']],
  [/spared|spendCaptcha|verdict|waiting/, ['captcha']],
  [/asMember|NotAMember|!organization/, ['tenant', 'shape']],
  [/isFresh/, ['fresh']],
  [/isSuccess|redirect/, ['state', 'race']],
]

/** What is most likely to get through without a protection. It only saves time: in the end everything is fired. */
export function likelyGroups({ kind, maker, label, module, node }: Place): readonly Group[] {
  if (maker && byMaker[maker]) return byMaker[maker]
  if (kind === 'bound' || label.startsWith('.inputSchema')) {
    if (label === 'no further fields') return ['shape', 'size']
    return label.startsWith('.max') ? ['size', 'values', 'shape'] : ['values', 'shape', 'state', 'size']
  }
  if (kind === 'rule') return ['role', 'state', 'race']
  const source = module.textOf(node)
  return bySource.find(([pattern]) => pattern.test(source))?.[1] ?? ['role', 'tenant', 'state']
}
