import { idOf, type Place } from '../protections/place'

/** A link or a check that no attack can miss. Each is a decision; what stands here is not fired at. */
interface Explanation {
  file: string
  /** How the label of the place begins. */
  label: string
  /** The constant that it stands in, where the file has several of that label. */
  of?: string
  because: string
  /** It is missed all the same by actions that have a link of this function. */
  butFor?: string
}

export const explanations: readonly Explanation[] = [
  {
    file: 'packages/action-middleware/src/clients/request-client.ts',
    label: '.use(async ({ next }) => { const requestId',
    because: 'refuses nothing: it names the call for the log and notes where it comes from',
  },
  {
    file: 'packages/action-middleware/src/clients/authenticated-action-client.ts',
    label: '.use(reauthenticate)',
    because: 'refuses nothing: it reads a password that only a chain with withFreshSession asks for',
    butFor: 'withFreshSession',
  },
  {
    file: 'packages/action-middleware/src/refusals/record-refusal.ts',
    label: 'if (waiting >= MOST_WAITING)',
    because: 'bounds what waits while the database hangs, which record-refusals.test.ts brings about',
  },
  {
    file: 'packages/action-middleware/src/chain/committed-on-success.ts',
    label: "if (result?.navigationKind === 'redirect')",
    because: 'is for a commit that fails after a redirect, which committed-on-success.test.ts brings about',
  },
  {
    file: 'apps/web/src/features/lab/actions.ts',
    label: '.use(withOpenLab)',
    because: 'refuses where the lab is closed, as it is in an app of its own that lab-closed.spec.ts attacks',
  },
  {
    file: 'packages/action-middleware/src/middleware/with-captcha.ts',
    label: "if (verdict.refused === 'unavailable')",
    because: 'tells why; without it the call is refused as CAPTCHA_FAILED',
  },
  {
    file: 'packages/action-middleware/src/middleware/with-captcha.ts',
    label: "if (verdict.refused === 'early')",
    because: 'tells why; without it the call is refused as CAPTCHA_FAILED all the same',
  },
  {
    file: 'packages/captcha/src/captcha-field-schema.ts',
    label: '.max(CAPTCHA_MAX_LENGTH)',
    because:
      'comes second: judge-captcha.ts, which reads the field before the schema, refuses what is longer',
  },
  {
    file: 'packages/action-middleware/src/clients/enhance-action.ts',
    label: 'if (options.captcha)',
    because: 'refuses a definition and no call: enhance-action.test.ts makes one',
  },
  {
    file: 'packages/action-middleware/src/middleware/with-resource.ts',
    label: 'if (wanted.size === 0)',
    because: 'is for a schema that forgets to ask for one id; no chain of ours has one',
  },
  {
    file: 'packages/action-middleware/src/middleware/with-write-rule.ts',
    label: 'if (result.success && !asked)',
    because: 'is for a handler that never asks, which with-write-rule.test.ts has',
  },
  {
    file: 'apps/web/src/features/invitations/actions.ts',
    label: '.use(withGrantableRole)',
    of: 'createInvitationAction',
    because:
      'gives the handler the rule that it cannot write without; the rule itself is taken out as `allow`',
  },
  {
    file: 'apps/web/src/features/invitations/actions.ts',
    label: '.use(withGrantableRole)',
    of: 'resendInvitationAction',
    because:
      'gives the handler the rule that it cannot write without; the rule itself is taken out as `allow`',
  },
  {
    file: 'packages/auth/src/permissions/role-rules.ts',
    label: 'known',
    because: 'comes second: the schemas take no role that nobody knows; role-rules.test.ts gives one',
  },
  {
    file: 'apps/web/src/features/roles/schema.ts',
    label: '.max(grantable.length)',
    because:
      'comes first: a longer list names a permission twice, and is refused for that; this one need not be read',
  },
  {
    file: 'apps/web/src/features/organizations/schema.ts',
    label: '.min(1)',
    of: 'deleteOrganizationSchema',
    because: 'tells what to do; what is not the address of the organization is refused all the same',
  },
  {
    file: 'apps/web/src/features/organizations/schema.ts',
    label: '.max(organizationBounds.slugMaxLength)',
    because:
      'comes first: the next refuses what is not the address of the organization, which is bounded itself',
  },
  {
    file: 'packages/auth/src/permissions/own-rows.ts',
    label: "hasMinRole(membership, 'editor')",
    because:
      'comes second: no chain gets to the rule without the permission to change the rows, which no viewer has',
  },
]

/** Whether it is this place that is explained. */
export function explains({ file, label, of }: Explanation, place: Place, root: string): boolean {
  const { module } = place
  const statement = module.statementOf(place.node)
  const stands = of === undefined || (statement && module.textOf(statement).includes(`const ${of} =`))
  return Boolean(stands) && idOf(place, root).startsWith(`${file}:`) && place.label.startsWith(label)
}

/** @param links the functions that make the links of the action's chain */
export function explanationOf(place: Place, root: string, links: ReadonlySet<string>): string | undefined {
  const found = explanations.find((each) => explains(each, place, root))
  return found?.butFor !== undefined && links.has(found.butFor) ? undefined : found?.because
}
