import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'

import { captchaField } from '@kit/captcha/captcha-field-schema'

const request = vi.hoisted(() => ({ headers: new Headers(), session: null as unknown }))
vi.mock('next/headers', () => ({ headers: async () => request.headers }))
vi.mock('@kit/auth/session/session', () => ({ getSession: async () => request.session }))

/** The steps a call ran, in order. `refuse` names the step that refuses it. */
const way = vi.hoisted(() => ({ steps: [] as string[], refuse: '' }))
const step = vi.hoisted(() => (name: string) => {
  way.steps.push(name)
  return way.refuse !== name
})
vi.mock('@kit/rate-limit/check-limit', () => ({
  checkLimit: async (policy: string) => ({ allowed: step(policy), retryAfterSeconds: 7 }),
}))
vi.mock('@kit/captcha/verify-captcha', () => ({
  verifyCaptcha: async (value: string, action: string) =>
    step(`${value} for ${action}`)
      ? { proof: { id: 'x'.repeat(22), expiresAt: new Date() } }
      : { refused: 'failed' },
}))
// There is no database, and each refusal would wait for one.
vi.mock('@kit/db/activity/record-security-event', () => ({ recordSecurityEvent: async () => {} }))
vi.mock('@kit/db/captcha/captcha-spent', () => ({ spendCaptcha: async () => step('spent') }))
vi.mock('@kit/db/tenancy/tenant', async (original) => ({
  ...(await original<object>()),
  withTenant: async (_: unknown, work: (db: object, tenant: object) => Promise<unknown>) => {
    step('tenant')
    return work({}, { organization: { id: 'o1' }, membership: { role: 'editor' } })
  },
}))

const { enhanceAction } = await import('./enhance-action')
const { formData } = await import('../input/form-data')
const { authenticatedActionClient } = await import('./authenticated-action-client')
const { organizationActionClient } = await import('./organization-action-client')
const { publicActionClient } = await import('./public-action-client')
const { formErrors } = await import('../input/typed-values')
const { withCaptcha } = await import('../middleware/with-captcha')
const { withFeaturePermission } = await import('../middleware/with-feature-permission')
const { withMinRole } = await import('../middleware/with-min-role')
const { withRateLimit } = await import('../middleware/with-rate-limit')
const { withSubmission } = await import('../middleware/with-submission')

const schema = z.strictObject({ email: z.email().max(254), captcha: captchaField })
const organizationSchema = z.strictObject({ organization: z.string().max(48) })

const name = 'tests.call'
const done = async (_data: unknown, ctx: object) => {
  step('handler')
  return Object.keys(ctx).toSorted()
}
const handler = ({ parsedInput, ctx }: { parsedInput: unknown; ctx: object }) => done(parsedInput, ctx)

/** The same action built twice: in one call and as a chain. */
const pairs = {
  public: {
    enhanced: enhanceAction(done, { name, schema, auth: false }),
    chained: publicActionClient
      .metadata({ name })
      .inputSchema(schema)
      .useValidated(withSubmission)
      .action(handler),
  },
  'public, limited, with a captcha': {
    enhanced: enhanceAction(done, {
      name,
      schema,
      auth: false,
      captcha: true,
      rateLimit: ['contact.total', 'signUp.mailbox', 'contact.ip'],
    }),
    chained: publicActionClient
      .metadata({ name })
      .use(withRateLimit('contact.ip'))
      .use(withCaptcha())
      .use(withRateLimit('contact.total'))
      .use(withRateLimit('signUp.mailbox'))
      .inputSchema(schema)
      .useValidated(withSubmission)
      .action(handler),
  },
  'public, with a captcha after some calls': {
    enhanced: enhanceAction(done, { name, schema, auth: false, captcha: { after: 'signIn.withoutCaptcha' } }),
    chained: publicActionClient
      .metadata({ name })
      .use(withCaptcha({ after: 'signIn.withoutCaptcha' }))
      .inputSchema(schema)
      .useValidated(withSubmission)
      .action(handler),
  },
  'signed in, the default': {
    enhanced: enhanceAction(done, { name, schema, rateLimit: 'password.user' }),
    chained: authenticatedActionClient
      .metadata({ name })
      .use(withRateLimit('password.user'))
      .inputSchema(schema)
      .useValidated(withSubmission)
      .action(handler),
  },
}

const organizationPair = {
  enhanced: enhanceAction(done, {
    name,
    schema: organizationSchema,
    organization: true,
    minRole: 'editor',
    permissions: { member: ['read'] },
    rateLimit: 'roles.create',
  }),
  chained: organizationActionClient
    .metadata({ name })
    .use(withRateLimit('roles.create'))
    .use(withMinRole('editor'))
    .use(withFeaturePermission({ member: ['read'] }))
    .inputSchema(organizationSchema)
    .useValidated(withSubmission)
    .action(handler),
}

const person = { user: { id: 'u1', role: 'user' }, session: { id: 's1' } }

/** The steps and result of a call, without its request ID. */
async function outcome(call: () => Promise<unknown>, refuse = '') {
  way.steps = []
  way.refuse = refuse
  const result = await call()
  return {
    steps: way.steps,
    result: JSON.parse(JSON.stringify(result).replace(/"requestId":"[^"]+"/, '"requestId":"…"')),
  }
}

beforeEach(() => {
  request.headers = new Headers({ origin: 'http://localhost:3000', cookie: 'session=1' })
  request.session = person
})

describe.each(Object.entries(pairs))('%s', (_, { enhanced, chained }) => {
  const inputs = {
    right: { email: 'a@acme.test', captcha: 'solution' },
    'without a solution': { email: 'a@acme.test' },
    'with an extra field': { email: 'a@acme.test', captcha: 'solution', role: 'owner' },
    'of the wrong type': { email: 7 },
  }

  it.each(Object.entries(inputs))('runs the same chain for input %s', async (_, input) => {
    // @ts-expect-error -- some are what a caller who ignores the types can send
    const [one, other] = [await outcome(() => enhanced(input)), await outcome(() => chained(input))]
    expect(one).toEqual(other)
    expect(one.steps.length).toBeGreaterThan(0)
  })

  it('is refused at the same steps', async () => {
    const { steps } = await outcome(() => chained(inputs.right))
    for (const refuse of steps.filter((step) => step !== 'handler')) {
      const one = await outcome(() => enhanced(inputs.right), refuse)
      expect(one).toEqual(await outcome(() => chained(inputs.right), refuse))
      expect(one.steps.at(-1)).toBe(refuse)
    }
  })

  it('gives the same answer without a session and to another site', async () => {
    request.session = null
    expect(await outcome(() => enhanced(inputs.right))).toEqual(await outcome(() => chained(inputs.right)))
    request.headers = new Headers({ origin: 'https://evil.example', cookie: 'session=1' })
    const { steps, result } = await outcome(() => enhanced(inputs.right))
    expect(steps).toEqual(['foreignOrigin.ip'])
    expect(result).toMatchObject({ serverError: { code: 'FOREIGN_ORIGIN' } })
  })
})

describe('in an organization', () => {
  const { enhanced, chained } = organizationPair

  it.each([[{ organization: 'acme' }], [{ organization: '../acme' }], [{ organization: 'acme', id: 1 }]])(
    'runs the same chain: %o',
    async (input) => {
      expect(await outcome(() => enhanced(input))).toEqual(await outcome(() => chained(input)))
    },
  )

  it('requires the role and the permission', async () => {
    const forbidden = { result: { serverError: { code: 'FORBIDDEN' } } }
    const common = { name, schema: organizationSchema, organization: true } as const
    const owners = enhanceAction(done, { ...common, minRole: 'owner' })
    expect(await outcome(() => owners({ organization: 'acme' }))).toMatchObject(forbidden)
    const admins = enhanceAction(done, { ...common, permissions: { member: ['update'] } })
    expect(await outcome(() => admins({ organization: 'acme' }))).toMatchObject(forbidden)
    // Without the requirements, the same call succeeds.
    const anyone = enhanceAction(done, common)
    expect((await outcome(() => anyone({ organization: 'acme' }))).steps).toContain('handler')
  })

  it('throws when a cast asks for a captcha', () => {
    const options = { name, schema: organizationSchema, organization: true, captcha: true } as const
    // @ts-expect-error -- it would wait for a second connection inside the transaction
    expect(() => enhanceAction(done, options)).toThrow('captcha')
  })
})

describe('enhanceAction', () => {
  it('requires a session unless `auth` is exactly false', async () => {
    request.session = null
    for (const auth of [undefined, true, null, 0, '', 'false']) {
      // @ts-expect-error -- only a boolean compiles
      const action = enhanceAction(done, { name, schema, auth })
      const { result } = await outcome(() => action({ email: 'a@acme.test' }))
      expect(result).toMatchObject({ serverError: { code: 'UNAUTHORIZED' } })
    }
  })

  it('requires a name', async () => {
    // @ts-expect-error -- the log and captchas need it
    const action = enhanceAction(done, { schema, auth: false })
    const { steps, result } = await outcome(() => action({ email: 'a@acme.test' }))
    expect(result).toMatchObject({ serverError: { code: 'INTERNAL' } })
    expect(steps).not.toContain('handler')
  })

  it('reads a form and replies as a chain does', async () => {
    const options = { name, echo: ['email'], schema, auth: false, form: true } as const
    const enhanced = enhanceAction(done, options)
    const chained = publicActionClient
      .metadata({ name, echo: ['email'] })
      .inputSchema(formData(schema), formErrors)
      .useValidated(withSubmission)
      .stateAction(handler)
    const form = new FormData()
    form.set('email', 'not an email')
    const one = await outcome(() => enhanced({}, form))
    expect(one).toEqual(await outcome(() => chained({}, form)))
    expect(one.result).toMatchObject({ validationErrors: { values: { email: 'not an email' } } })
    form.set('email', 'a@acme.test')
    expect(await outcome(() => enhanced({}, form))).toEqual(await outcome(() => chained({}, form)))
  })

  it('types the input and the context from the options', () => {
    enhanceAction(async (data, ctx) => [data.email.length, ctx.ip], { name, schema, auth: false })
    enhanceAction(async (_, ctx) => ctx.user.id, { name, schema })
    // @ts-expect-error -- nobody is signed in
    enhanceAction(async (_, ctx) => ctx.user.id, { name, schema, auth: false })
    // @ts-expect-error -- a policy by user without a user
    enhanceAction(done, { name, schema, auth: false, rateLimit: 'password.user' })
    expect(true).toBe(true)
  })
})
