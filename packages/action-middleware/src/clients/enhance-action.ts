import 'server-only'
import type { SafeActionClient } from 'next-safe-action'
import type { z } from 'zod'

import { policies, type PolicyName } from '@kit/rate-limit/policies'

import { authenticatedActionClient } from './authenticated-action-client'
import type { ActionServerError } from '../errors/error-reply'
import type {
  EnhancedAction,
  OrganizationContext,
  OrganizationOptions,
  PublicContext,
  PublicOptions,
  UserContext,
  UserOptions,
} from './enhance-options'
import { formData } from '../input/form-data'
import type { ActionMetadata, actionMetadataSchema } from './metadata'
import { organizationActionClient } from './organization-action-client'
import { publicActionClient } from './public-action-client'
import { formErrors } from '../input/typed-values'
import { withCaptcha } from '../middleware/with-captcha'
import { withFeaturePermission } from '../middleware/with-feature-permission'
import { withMinRole } from '../middleware/with-min-role'
import { withRateLimit } from '../middleware/with-rate-limit'
import { withSubmission } from '../middleware/with-submission'

type Handler<Input, Ctx, Data> = (data: Input, ctx: Ctx) => Promise<Data>

interface Handlers {
  /** Declared as a method, because methods have a looser parameter check. The overloads ensure that chain and handler fit. */
  any(data: unknown, ctx: object): Promise<unknown>
}

type AnyHandler = Handlers['any']

/**
 * Builds an action in one call instead of a chain, from the same clients and middleware, in this order: limits by IP,
 * captcha, other limits, role, permissions, schema, handler.
 */
export function enhanceAction<Schema extends z.ZodType, Data, Form extends boolean = false>(
  handler: Handler<z.output<Schema>, PublicContext, Data>,
  options: PublicOptions<Schema, Form>,
): EnhancedAction<Schema, Data, Form>
export function enhanceAction<Schema extends z.ZodType, Data, Form extends boolean = false>(
  handler: Handler<z.output<Schema>, OrganizationContext, Data>,
  options: OrganizationOptions<Schema, Form>,
): EnhancedAction<Schema, Data, Form>
export function enhanceAction<Schema extends z.ZodType, Data, Form extends boolean = false>(
  handler: Handler<z.output<Schema>, UserContext, Data>,
  options: UserOptions<Schema, Form>,
): EnhancedAction<Schema, Data, Form>
export function enhanceAction(
  handler: Handler<never, never, unknown>,
  options:
    | PublicOptions<z.ZodType, boolean>
    | OrganizationOptions<z.ZodType, boolean>
    | UserOptions<z.ZodType, boolean>,
): unknown {
  if (options.organization) return finish(organizationChain(options), handler, options)
  // Only an explicit `false` makes an action public; anything else needs a session.
  return options.auth === false
    ? finish(publicChain(options), handler, options)
    : finish(userChain(options), handler, options)
}

function publicChain({ rateLimit, captcha, ...options }: PublicOptions<z.ZodType, boolean>) {
  const { before, behind } = sorted(rateLimit)
  return [
    ...before.map((name) => withRateLimit(name)),
    ...captchas(captcha),
    ...behind.map((name) => withRateLimit(name)),
  ].reduce((client, middleware) => client.use(middleware), publicActionClient.metadata(metadataOf(options)))
}

function userChain({ rateLimit, captcha, ...options }: UserOptions<z.ZodType, boolean>) {
  const { before, behind } = sorted(rateLimit)
  return [
    ...before.map((name) => withRateLimit(name)),
    ...captchas(captcha),
    ...behind.map((name) => withRateLimit(name)),
  ].reduce(
    (client, middleware) => client.use(middleware),
    authenticatedActionClient.metadata(metadataOf(options)),
  )
}

function organizationChain({
  rateLimit,
  minRole,
  permissions,
  ...options
}: OrganizationOptions<z.ZodType, boolean>) {
  // The types forbid this; a cast must not drop the captcha silently.
  if (options.captcha) throw new TypeError('An organization action cannot have a captcha.')
  const { before, behind } = sorted(rateLimit)
  return [
    ...[...before, ...behind].map((name) => withRateLimit(name)),
    ...(minRole === undefined ? [] : [withMinRole(minRole)]),
    ...(permissions === undefined ? [] : [withFeaturePermission(permissions)]),
  ].reduce(
    (client, middleware) => client.use(middleware),
    organizationActionClient.metadata(metadataOf(options)),
  )
}

const metadataOf = ({ name, echo, impersonation }: ActionMetadata): ActionMetadata => ({
  name,
  ...(echo && { echo }),
  ...(impersonation && { impersonation }),
})

function captchas(captcha: PublicOptions<z.ZodType, boolean>['captcha']) {
  if (!captcha) return []
  return [captcha === true ? withCaptcha() : withCaptcha(captcha)]
}

/** Limits by IP come before the captcha, so refused callers spend no solution; the others come after it. */
function sorted<Name extends PolicyName>(given: Name | readonly Name[] = []) {
  const names: readonly Name[] = typeof given === 'string' ? [given] : given
  const byIp = (name: Name) => policies[name].by.join() === 'ip'
  return { before: names.filter(byIp), behind: names.filter((name) => !byIp(name)) }
}

/** A client with its metadata, before its schema. */
type Chain<Ctx extends object> = SafeActionClient<
  ActionServerError,
  'flattened',
  typeof actionMetadataSchema,
  ActionMetadata,
  true,
  Ctx,
  undefined,
  undefined,
  undefined,
  readonly [],
  { formErrors: string[]; fieldErrors: object } | undefined,
  false,
  false,
  Ctx
>

function finish<Ctx extends object>(
  chain: Chain<Ctx>,
  handler: AnyHandler,
  { schema, form }: { schema: z.ZodType; form?: boolean },
) {
  const run = ({ parsedInput, ctx }: { parsedInput: unknown; ctx: object }) => handler(parsedInput, ctx)
  return form
    ? chain.inputSchema(formData(schema), formErrors).useValidated(withSubmission).stateAction(run)
    : chain.inputSchema(schema).useValidated(withSubmission).action(run)
}
