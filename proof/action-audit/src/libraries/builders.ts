import { INPUT, PARSED, labeled, native, object, promise, unknown, type Abstract } from '../guards/abstract'
import { factsOf, type Facts } from '../guards/facts'
import { runOn } from '../calls/natives'
import type { Call, Site } from '../guards/run'
import { know } from '../guards/state'

/** A library whose actions are built by a chain. */
export interface Dialect {
  middleware: readonly string[]
  schemas: readonly string[]
  terminals: readonly string[]
  /** Middleware that runs after the schema and sees the parsed input. */
  late: readonly string[]
  context: 'ctx' | 'context'
}

const dialects: readonly { source: RegExp; starts: RegExp; dialect: Dialect }[] = [
  {
    source: /^next-safe-action/,
    starts: /^createSafeActionClient$/,
    dialect: {
      middleware: ['use'],
      late: ['useValidated'],
      schemas: ['schema', 'inputSchema', 'bindArgsSchemas'],
      terminals: ['action', 'stateAction'],
      context: 'ctx',
    },
  },
  {
    source: /^zsa$/,
    starts: /^(createServerAction|createServerActionProcedure)$/,
    dialect: { middleware: [], late: [], schemas: ['input'], terminals: ['handler'], context: 'ctx' },
  },
  {
    source: /^@orpc\/server$/,
    starts: /^os$/,
    dialect: {
      middleware: ['use'],
      late: [],
      schemas: ['input'],
      terminals: ['handler', 'action'],
      context: 'context',
    },
  },
]

interface Step {
  kind: 'middleware' | 'late' | 'procedure'
  value: Abstract
}

interface Chain {
  dialect: Dialect
  steps: readonly Step[]
  schema?: { value: Abstract; site: Site }
  isProcedure?: boolean
}

export function builderOf(source: string, name: string): Abstract | undefined {
  if (source.startsWith('next-safe-action') && /^create(Validated)?Middleware$/.test(name))
    return native(name, () => definer)
  const known = dialects.find((each) => each.source.test(source) && each.starts.test(name))
  if (!known) {
    if (source === 'zsa' && name === 'chainServerActionProcedures')
      return native(name, ({ args }) => chainBoth(args))
    return undefined
  }
  const { dialect } = known
  if (name === 'os') return builderFor(dialect)
  return native(name, ({ args: [parent] }) => {
    const steps = (parent && procedures.get(parent)?.steps) ?? []
    return builder({ dialect, steps, ...(name === 'createServerActionProcedure' && { isProcedure: true }) })
  })
}

export function builderFor(dialect: Dialect): Abstract {
  return builder({ dialect, steps: [] })
}

const definer: Abstract = object({ define: native('define', ({ args: [fn] }) => fn ?? unknown) })

/** Procedures by their value, so others can build on them. */
const procedures = new WeakMap<Abstract, Chain>()

function chainBoth(args: readonly Abstract[]): Abstract {
  const chains = args.flatMap((each) => procedures.get(each) ?? [])
  const [first] = chains
  return first ? finished({ ...first, steps: chains.flatMap(({ steps }) => steps) }) : unknown
}

function finished(chain: Chain): Abstract {
  const made: Abstract = {
    kind: 'host',
    labels: 0,
    name: 'procedure',
    member: (key) =>
      key === 'createServerAction'
        ? native(key, () => builder({ dialect: chain.dialect, steps: chain.steps }))
        : undefined,
  }
  procedures.set(made, chain)
  return made
}

function builder(chain: Chain): Abstract {
  const { dialect } = chain
  return {
    kind: 'host',
    labels: 0,
    name: 'client',
    member: (key) =>
      native(key, (call) => {
        const [value = unknown] = call.args
        if (dialect.middleware.includes(key))
          return builder({ ...chain, steps: [...chain.steps, { kind: 'middleware', value }] })
        if (dialect.late.includes(key))
          return builder({ ...chain, steps: [...chain.steps, { kind: 'late', value }] })
        if (dialect.schemas.includes(key)) return builder({ ...chain, schema: { value, site: call.site } })
        if (dialect.terminals.includes(key)) return terminal(chain, value)
        return builder(chain)
      }),
  }
}

function terminal(chain: Chain, handler: Abstract): Abstract {
  if (chain.isProcedure)
    return finished({ ...chain, steps: [...chain.steps, { kind: 'procedure', value: handler }] })
  const action: Abstract = { ...native('action', (call) => run(chain, handler, call)), labels: 0 }
  if (action.kind !== 'host') return action
  const made: Abstract = {
    ...action,
    member: (key) =>
      ['actionable', 'bind', 'callable'].includes(key) ? native(key, () => action) : undefined,
  }
  actions.set(made, { chain, handler })
  return made
}

/** Finished actions, so they can run with another context. */
const actions = new WeakMap<Abstract, { chain: Chain; handler: Abstract }>()

/** Runs an action that was built here with this context. */
export function runWith(action: Abstract, context: Abstract, call: Call): Abstract | undefined {
  const known = actions.get(action)
  return known && run(known.chain, known.handler, call, context)
}

/** Runs the chain as the library would: middleware, schema, late middleware, handler. */
function run(chain: Chain, handler: Abstract, call: Call, start: Abstract = object({})): Abstract {
  const { dialect, schema } = chain
  const sent = labeled(call.args.reduce((labels, each) => labels | each.labels, 0) | INPUT, {
    origin: 'input',
  })
  const early = chain.steps.filter(({ kind }) => kind !== 'late')
  const late = chain.steps.filter(({ kind }) => kind === 'late')
  let parsed: Abstract = sent
  const base = (context: Abstract) => ({
    [dialect.context]: context,
    clientInput: sent,
    bindArgsClientInputs: sent,
    metadata: unknown,
  })
  const work = (context: Abstract, at: Call): Abstract =>
    runOn(at, handler, [
      object({ ...base(context), bindArgsParsedInputs: parsed, parsedInput: parsed, input: parsed }),
    ])
  const validate = (context: Abstract, at: Call): Abstract => {
    if (schema) {
      const { value, facts } = validated(schema, sent, at)
      parsed = value
      know(at.state, facts)
    }
    return through(late, context, at, work)
  }
  const through = (
    steps: readonly Step[],
    context: Abstract,
    at: Call,
    end: (context: Abstract, at: Call) => Abstract,
  ): Abstract => {
    const [step, ...rest] = steps
    if (!step) return end(context, at)
    if (step.kind === 'procedure') {
      const given = runOn(at, step.value, [object({ ctx: context, input: sent })])
      if (at.state.dead) return unknown
      return through(rest, mergedContext(context, given), at, end)
    }
    const next = native('next', (inner) => {
      const [options] = inner.args
      const more = options?.kind === 'object' ? options.members.get(dialect.context) : undefined
      return through(rest, more ? mergedContext(context, more) : context, { ...inner, args: [] }, end)
    })
    const given = object({ ...base(context), next, parsedInput: parsed, input: parsed })
    return runOn(at, step.value, [given, sent])
  }
  return promise(through(early, start, call, validate))
}

function mergedContext(context: Abstract, more: Abstract): Abstract {
  if (context.kind !== 'object') return more
  if (more.kind !== 'object') return more.kind === 'constant' ? context : { ...context, rest: more }
  return {
    ...context,
    members: new Map([...context.members, ...more.members]),
    ...(more.rest && { rest: more.rest }),
  }
}

function validated(
  { value, site }: { value: Abstract; site: Site },
  sent: Abstract,
  call: Call,
): { value: Abstract; facts: Facts } {
  const made = value.kind === 'function' ? runOn(call, value, []) : value
  const isVacuous = (made.kind === 'schema' && made.vacuous) || made.kind === 'constant'
  if (isVacuous) return { value: sent, facts: new Map() }
  // `bindArgsSchemas` takes a list of schemas.
  const isRead = made.kind === 'schema' || made.kind === 'list' || made.kind === 'object'
  const grade = isRead ? 'proven' : 'unread'
  const facts = factsOf({ column: 'validation', grade, ...site, note: 'the input schema of the chain' })
  return { value: labeled(PARSED, { origin: 'input' }), facts }
}
