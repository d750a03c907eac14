import { actionRequest, boundFormRequest, encodedRequest, plainFormRequest } from '../http/action-call'
import { FormFields, Upload, type EncodedReply } from '../http/reply-encoding'
import type { RawRequest } from '../http/raw-http'
import type { Arena } from './arena'
import type { Caller } from './caller'
import type { Input, NamedRow } from './row'

interface CallOptions {
  page?: string
  headers?: Record<string, string>
  /** The form's previous state, sent by the caller. */
  previous?: unknown
  /** Overrides the row's action ID. */
  id?: string
}

/** Builds requests to one endpoint as one caller, in every encoding that reaches an action. */
export function callsTo(arena: Arena, row: NamedRow, caller: Caller) {
  const target = (options: CallOptions) => ({
    id: options.id ?? arena.actionId(row.file, row.exportName),
    page: options.page ?? row.page(arena),
    headers: { ...(caller.cookie && { Cookie: caller.cookie.cookie }), ...options.headers },
  })
  const args = (value: unknown, options: CallOptions) =>
    row.stateful ? ['previous' in options ? options.previous : {}, value] : [value]

  const calls = {
    /** Like the app's own page. */
    likeTheApp: (input: Input, options: CallOptions = {}): RawRequest =>
      row.encoding === 'form' ? calls.form(input, options) : calls.json(input, options),
    /** A form sent by script. */
    form: (input: Input, options: CallOptions = {}) => calls.argument(formOf(input), options),
    /** A plain object, even where the app sends a form. */
    json: (input: Input, options: CallOptions = {}) => calls.argument(input, options),
    /** Any value instead of the input. */
    argument: (value: unknown, options: CallOptions = {}) =>
      actionRequest(target(options), args(value, options)),
    /** Any value instead of the argument list. */
    arguments: (value: unknown, options: CallOptions = {}) => actionRequest(target(options), value),
    /** A handwritten body. */
    encoded: (reply: EncodedReply, options: CallOptions = {}) => encodedRequest(target(options), reply),
    /** Text instead of the input's JSON. */
    jsonText: (text: string, options: CallOptions = {}) =>
      encodedRequest(target(options), { root: row.stateful ? `[{},${text}]` : `[${text}]`, parts: [] }),
    /** A browser without JavaScript, for a form in `useActionState`. */
    boundForm: (input: Input, options: CallOptions = {}) =>
      boundFormRequest(target(options), row.stateful ? [options.previous ?? {}] : [], formOf(input)),
    /** A browser without JavaScript, with the caller's own bound arguments in front. */
    boundArguments: (bound: readonly unknown[], input: Input, options: CallOptions = {}) =>
      boundFormRequest(target(options), bound, formOf(input)),
    /** A browser without JavaScript, for a form with a plain action. */
    plainForm: (input: Input, options: CallOptions = {}) => plainFormRequest(target(options), formOf(input)),
  }
  return calls
}

/** Returns an input's fields as a form. Values other than text become JSON. */
export function formOf(input: Input): FormFields {
  return new FormFields(
    Object.entries(input).flatMap(([name, value]) =>
      Array.isArray(value)
        ? value.map((item) => [`${name}[]`, textOf(item)] as const)
        : [[name, value instanceof Upload ? value : textOf(value)] as const],
    ),
  )
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** Returns a copy of an input with one value set at a `Field` path. */
export function withValue(input: Input, path: string, value: unknown): Input {
  const [head = '', ...rest] = path.split('.')
  if (rest.length === 0) return { ...input, [head]: value }
  const inner = input[head]
  const object = typeof inner === 'object' && inner !== null ? { ...inner } : {}
  return { ...input, [head]: withValue(object, rest.join('.'), value) }
}

/** Returns a copy of an input without one value. */
export function withoutValue(input: Input, path: string): Input {
  const [head = '', ...rest] = path.split('.')
  if (rest.length === 0) return Object.fromEntries(Object.entries(input).filter(([name]) => name !== head))
  const inner = input[head]
  const object = typeof inner === 'object' && inner !== null ? { ...inner } : {}
  return { ...input, [head]: withoutValue(object, rest.join('.')) }
}

export function valueAt(input: Input, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Object.getOwnPropertyDescriptor(value, name)?.value
  }, input)
}
