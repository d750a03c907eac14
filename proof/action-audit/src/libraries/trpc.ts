import { native, object, type Abstract } from '../guards/abstract'
import { settle } from '../guards/promises'
import type { Call } from '../guards/run'
import { builderFor, runWith, type Dialect } from './builders'

const dialect: Dialect = {
  middleware: ['use', 'concat'],
  schemas: ['input'],
  terminals: ['query', 'mutation', 'subscription'],
  late: [],
  context: 'ctx',
}

/** The start of tRPC, whose procedures a server can call directly: `createCaller(context).notes.remove({ id })`. */
export function trpcValue(source: string, name: string): Abstract | undefined {
  return source === '@trpc/server' && name === 'initTRPC' ? setup : undefined
}

/** `initTRPC.context<Context>().create()` */
const setup: Abstract = {
  kind: 'host',
  labels: 0,
  name: 'initTRPC',
  member: (key) => native(key, () => (key === 'create' ? instance() : setup)),
}

function instance(): Abstract {
  return object({
    procedure: builderFor(dialect),
    middleware: native('middleware', ({ args: [fn] }) => fn ?? object({})),
    router: native('router', ({ args: [routes] }) => router(routes)),
    createCallerFactory: native('createCallerFactory', ({ args: [routes] }) => callers(routes)),
  })
}

function router(routes: Abstract = object({})): Abstract {
  if (routes.kind !== 'object') return routes
  return { ...routes, members: new Map([...routes.members, ['createCaller', callers(routes)]]) }
}

function callers(routes: Abstract = object({})): Abstract {
  return native('createCaller', ({ args: [context = object({})] }) => caller(routes, context))
}

/** The procedures, as functions that run with this context. */
function caller(routes: Abstract, context: Abstract): Abstract {
  if (routes.kind === 'host')
    return native('procedure', (call) => runWith(routes, contextOf(context, call), call) ?? routes)
  if (routes.kind !== 'object') return routes
  const members = [...routes.members].map(([key, each]): [string, Abstract] => [key, caller(each, context)])
  return { ...routes, members: new Map(members) }
}

/** The context can be a function that makes it. */
function contextOf(context: Abstract, { run, state, site }: Call): Abstract {
  return context.kind === 'function' || (context.kind === 'host' && context.call)
    ? settle(run.call(context, { state, site, args: [] }), state)
    : context
}
