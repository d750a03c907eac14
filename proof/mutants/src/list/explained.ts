import { idOf, type Protection } from '../protections/protection'

/** A link or check whose removal no attack can detect. Mutants listed here are not attacked. */
interface Explanation {
  file: string
  /** The start of the protection's label. */
  label: string
  /** The constant that contains it, if several protections in the file match. */
  of?: string
  because: string
  /** Attacks can detect it on actions with a link of this function. */
  unlessChainHas?: string
  /** Limits it to this action, when attacks on the others detect the removal. */
  on?: string
}

export const explanations: readonly Explanation[] = [
  {
    file: 'packages/action-middleware/src/clients/request-client.ts',
    label: '.use(async ({ next }) => { const requestId',
    because: 'refuses nothing: it adds the request ID and IP for the log',
  },
  {
    file: 'packages/action-middleware/src/clients/authenticated-action-client.ts',
    label: '.use(reauthenticate)',
    because: 'refuses nothing: it reads a password that only a chain with withFreshSession asks for',
    unlessChainHas: 'withFreshSession',
  },
  {
    file: 'packages/action-middleware/src/clients/authenticated-action-client.ts',
    label: '.use(reauthenticate)',
    on: 'setPasswordAction',
    because: 'refuses nothing: it checks a password, and the callers have none',
  },
  {
    file: 'packages/action-middleware/src/refusals/record-refusal.ts',
    label: 'if (waiting >= MOST_WAITING)',
    because: 'bounds the queue while the database hangs, which record-refusals.test.ts tests',
  },
  {
    file: 'packages/action-middleware/src/chain/committed-on-success.ts',
    label: 'if (!isSuccess(result))',
    because: 'undoes what a failed action wrote, which no action does; committed-on-success.test.ts tests it',
  },
  {
    file: 'packages/action-middleware/src/middleware/with-new-account-limit.ts',
    label: 'if (!counted)',
    because: 'gives a reason; without it the call is refused as RATE_LIMITED',
  },
  {
    file: 'apps/web/src/features/lab/actions.ts',
    label: '.use(withOpenLab)',
    of: 'fireAttackAction',
    because: 'refuses while the lab is closed; lab-closed.spec.ts attacks a separate app with a closed lab',
  },
  {
    file: 'apps/web/src/features/lab/actions.ts',
    label: '.use(withOpenLab)',
    of: 'attackControlAction',
    because: 'refuses while the lab is closed; lab-closed.spec.ts attacks a separate app with a closed lab',
  },
  {
    file: 'apps/web/src/features/lab/actions.ts',
    label: '.use(withOpenLab)',
    of: 'sendChallengeAction',
    because: 'refuses while the lab is closed; lab-closed.spec.ts attacks a separate app with a closed lab',
  },
  {
    file: 'apps/web/src/features/lab/actions.ts',
    label: '.use(withOpenLab)',
    of: 'resetProgressAction',
    because: 'refuses while the lab is closed; lab-closed.spec.ts attacks a separate app with a closed lab',
  },
  {
    file: 'apps/web/src/features/lab/actions.ts',
    label: '.use(withOpenLab)',
    of: 'findLineAction',
    because: 'refuses while the lab is closed; lab-closed.spec.ts attacks a separate app with a closed lab',
  },
  {
    file: 'apps/web/src/features/lab/actions.ts',
    label: '.use(withOpenLab)',
    of: 'tryFixAction',
    because: 'refuses while the lab is closed; lab-closed.spec.ts attacks a separate app with a closed lab',
  },
  {
    file: 'apps/web/src/features/lab/actions.ts',
    label: '.use(withOpenLab)',
    of: 'answerQuestionAction',
    because: 'refuses while the lab is closed; lab-closed.spec.ts attacks a separate app with a closed lab',
  },
  {
    file: 'packages/action-middleware/src/middleware/with-captcha.ts',
    label: "if (verdict.refused === 'unavailable')",
    because: 'gives a reason; without it the call is refused as CAPTCHA_FAILED',
  },
  {
    file: 'packages/action-middleware/src/middleware/with-captcha.ts',
    label: "if (verdict.refused === 'early')",
    because: 'gives a reason; without it the call is still refused as CAPTCHA_FAILED',
  },
  {
    file: 'packages/captcha/src/captcha-field-schema.ts',
    label: '.max(CAPTCHA_MAX_LENGTH)',
    because: 'comes second: verify-captcha.ts reads the field before the schema and refuses longer values',
  },
  {
    file: 'packages/action-middleware/src/clients/enhance-action.ts',
    label: 'if (options.captcha)',
    because: 'refuses a definition, not a call; enhance-action.test.ts tests it',
  },
  {
    file: 'packages/action-middleware/src/middleware/with-resource.ts',
    label: 'if (wanted.size === 0)',
    because: 'handles a schema that allows zero IDs, which no chain here has',
  },
  {
    file: 'packages/action-middleware/src/middleware/with-write-rule.ts',
    label: 'if (result.success && !asked)',
    because: 'handles a handler that never checks the rule, which with-write-rule.test.ts tests',
  },
  {
    file: 'apps/web/src/features/invitations/actions.ts',
    label: '.use(withGrantableRole)',
    of: 'createInvitationAction',
    because: 'passes the rule that the handler needs for its write; `allow` is the mutant of the rule itself',
  },
  {
    file: 'apps/web/src/features/invitations/actions.ts',
    label: '.use(withGrantableRole)',
    of: 'resendInvitationAction',
    because: 'passes the rule that the handler needs for its write; `allow` is the mutant of the rule itself',
  },
  {
    file: 'packages/auth/src/permissions/role-rules.ts',
    label: 'known',
    because: 'comes second: the schemas refuse unknown roles; role-rules.test.ts tests one',
  },
  {
    file: 'apps/web/src/features/roles/schema.ts',
    label: '.max(grantable.length)',
    because: 'comes first: a longer list repeats a permission and would be refused for that',
  },
  {
    file: 'apps/web/src/features/sessions/actions.ts',
    label: '.useValidated(withOwn(ownSession))',
    because: 'comes first: the query ends only a session of the user, and gives the same answer',
  },
  {
    file: 'apps/web/src/features/account/schema.ts',
    label: '.max(64)',
    because: 'comes first: no time zone has a longer name, so the next check refuses it',
  },
  {
    file: 'apps/web/src/features/auth/actions.ts',
    label: '.use(withSignInChallenge())',
    because:
      'comes first: the handler ends a sign-in without a challenge, and the limit counts calls without one together',
  },
  {
    file: 'apps/web/src/features/avatars/schema.ts',
    label: '.min(1)',
    because: 'gives a message; an empty file is no picture and is refused anyway',
  },
  {
    file: 'apps/web/src/features/organizations/schema.ts',
    label: '.min(1)',
    of: 'deleteOrganizationSchema',
    because: 'gives a message; any text other than the slug is refused anyway',
  },
  {
    file: 'apps/web/src/features/organizations/schema.ts',
    label: '.max(organizationBounds.slugMaxLength)',
    because: 'comes first: the next check refuses any text other than the slug, which is bounded',
  },
  {
    file: 'packages/auth/src/passkeys/challenge.ts',
    label: 'if (!content)',
    because: 'comes first: comparing the signature of an empty challenge throws, which refuses it too',
  },
  {
    file: 'packages/db/src/passkeys/uses.ts',
    label: 'and(eq(passkey.userId, userId))',
    because: 'comes second: the ID names one passkey, whose owner was read with it and never changes',
  },
  {
    file: 'packages/auth/src/providers/attempt.ts',
    label: 'if (!secret)',
    because: 'comes first: without a cookie, no stored attempt is found',
  },
  {
    file: 'packages/db/src/sign-in/mailed-codes.ts',
    label: 'and(eq(verification.value, valueOf(sessionId)))',
    because: 'comes second: the hash of a code depends on the session too',
  },
  {
    file: 'packages/auth/src/permissions/own-rows.ts',
    label: "hasMinRole(membership, 'editor')",
    because: 'comes second: chains check the permission first, which viewers lack',
  },
]

/** Whether an explanation applies to a protection. */
export function explains({ file, label, of }: Explanation, protection: Protection, root: string): boolean {
  const { module } = protection
  const statement = module.statementOf(protection.node)
  const stands = of === undefined || (statement && module.textOf(statement).includes(`const ${of} =`))
  return (
    Boolean(stands) && idOf(protection, root).startsWith(`${file}:`) && protection.label.startsWith(label)
  )
}

interface Attacked {
  /** The functions that create the links of the chain. */
  links: ReadonlySet<string>
  /** The first of its actions. */
  action?: string | undefined
}

export function explanationOf(
  protection: Protection,
  root: string,
  { links, action }: Attacked,
): string | undefined {
  const applies = ({ unlessChainHas, on }: Explanation) =>
    (unlessChainHas === undefined || !links.has(unlessChainHas)) && (on === undefined || on === action)
  return explanations.find((each) => explains(each, protection, root) && applies(each))?.because
}
