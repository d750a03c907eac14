import { action, server, testRule } from '../testing/rule-cases'
import { isLimited } from './is-limited'

const rest =
  ".metadata({ name: 'tests.run' }).inputSchema(z.strictObject({})).action(async () => ({ done: true }))"
const gate = (name: string) =>
  `'use server'\nimport { ${name}, withRateLimit } from './gate'\nimport { z } from 'zod'\n`

const unlimited = (comment: string) =>
  `'use server'\nimport { unlimitedActionClient } from '@kit/action-middleware'\nimport { z } from 'zod'\n${comment}\nexport const a = unlimitedActionClient${rest}`

testRule(isLimited, {
  flagged: {
    'a waiver without a reason': unlimited('// action-audit-waive is-limited:'),
    'a waiver of another rule': unlimited('// action-audit-waive has-metadata: It has none.'),
    'a client without a policy': `'use server'\nimport { unlimitedActionClient } from '@kit/action-middleware'\nimport { z } from 'zod'\nexport const a = unlimitedActionClient${rest}`,
    'a client whose definition limits nothing': `${gate('lyingActionClient')}export const a = lyingActionClient${rest}`,
    'enhanceAction without a policy': server(
      "export const a = enhanceAction(async () => ({ done: true }), { name: 'a.b' })",
    ),
    'enhanceAction with the limit turned off': server(
      "export const a = enhanceAction(async () => ({ done: true }), { name: 'a.b', rateLimit: false })",
    ),
    'a policy known only at runtime': action({ chain: '.use(withRateLimit(policyOf(1)))' }),
    'an unrelated import named like the middleware': `'use server'\nimport { unlimitedActionClient } from '@kit/action-middleware'\nimport { withRateLimit } from './elsewhere'\nimport { z } from 'zod'\nexport const a = unlimitedActionClient.use(withRateLimit('a'))${rest}`,
  },
  fine: {
    'a waiver with a reason': unlimited('// action-audit-waive is-limited: An intranet of ten people.'),
    'the policy of a client': action({}),
    'a client whose definition names it': `${gate('honestActionClient')}export const a = honestActionClient${rest}`,
    'an action’s own policy': `'use server'\nimport { unlimitedActionClient, withRateLimit } from '@kit/action-middleware'\nimport { z } from 'zod'\nexport const a = unlimitedActionClient.use(withRateLimit('signIn.ip'))${rest}`,
    'a policy through a constant': `'use server'\nimport { unlimitedActionClient, withRateLimit } from '@kit/action-middleware'\nimport { z } from 'zod'\nconst slowly = withRateLimit('signIn.ip')\nexport const a = unlimitedActionClient.use(slowly)${rest}`,
    enhanceAction: server(
      "export const a = enhanceAction(async () => ({ done: true }), { name: 'a.b', rateLimit: 'contact.ip' })",
    ),
  },
})
