import type { Kind, Shape } from './shape'

type Plain = Omit<Shape, 'at'>

const text = (format: string): Plain => ({ kind: 'string', format })

/** Formats with a bounded length. Others, such as `email`, `url` and `jwt`, are unbounded. */
export const fixedFormats: ReadonlySet<string> = new Set([
  'uuid',
  'guid',
  'nanoid',
  'ulid',
  'xid',
  'ksuid',
  'ipv4',
  'ipv6',
  'mac',
  'cidrv4',
  'cidrv6',
  'e164',
  'hostname',
  'hash',
  'date',
])

export const textFormats: Readonly<Record<string, string>> = {
  email: 'email',
  url: 'url',
  httpUrl: 'url',
  uuid: 'uuid',
  uuidv4: 'uuid',
  uuidv6: 'uuid',
  uuidv7: 'uuid',
  guid: 'guid',
  nanoid: 'nanoid',
  cuid: 'cuid',
  cuid2: 'cuid2',
  ulid: 'ulid',
  xid: 'xid',
  ksuid: 'ksuid',
  ip: 'ip',
  ipv4: 'ipv4',
  ipv6: 'ipv6',
  mac: 'mac',
  cidrv4: 'cidrv4',
  cidrv6: 'cidrv6',
  base64: 'base64',
  base64url: 'base64url',
  e164: 'e164',
  jwt: 'jwt',
  emoji: 'emoji',
  hostname: 'hostname',
  hex: 'hex',
  hash: 'hash',
  datetime: 'datetime',
  time: 'time',
  duration: 'duration',
  'iso.date': 'date',
  'iso.datetime': 'datetime',
  'iso.time': 'time',
  'iso.duration': 'duration',
}

const of = (kind: Kind, more: Partial<Plain> = {}): Plain => ({ kind, ...more })

/** Schemas that are known without their arguments. */
const plain: Readonly<Record<string, Plain>> = {
  string: of('string'),
  'coerce.string': of('string'),
  stringFormat: of('string'),
  templateLiteral: of('string'),
  number: of('number'),
  'coerce.number': of('number'),
  float64: of('number'),
  float32: of('number'),
  // It allows all safe integers, which overflow a 32-bit column.
  int: of('number'),
  int32: of('number', { min: -(2 ** 31), max: 2 ** 31 - 1 }),
  uint32: of('number', { min: 0, max: 2 ** 32 - 1 }),
  bigint: of('bigint'),
  'coerce.bigint': of('bigint'),
  int64: of('bigint', { min: -(2 ** 63), max: 2 ** 63 }),
  uint64: of('bigint', { min: 0, max: 2 ** 64 }),
  boolean: of('boolean'),
  stringbool: of('boolean'),
  'coerce.boolean': of('boolean', { problems: ['turns every text into true, even "false"'] }),
  date: of('date'),
  'coerce.date': of('date'),
  null: of('nothing'),
  undefined: of('nothing', { optional: true }),
  void: of('nothing', { optional: true }),
  never: of('nothing'),
  nan: of('nothing'),
  file: of('file'),
  any: of('unread', { problems: ['takes anything'] }),
  unknown: of('unread', { problems: ['takes anything'] }),
  json: of('unread', { problems: ['accepts any JSON'] }),
  custom: of('unread', { problems: ['does not declare what it accepts'] }),
  instanceof: of('unread', { problems: ['does not declare what it accepts'] }),
  promise: of('unread', { problems: ['accepts a promise'] }),
  function: of('unread', { problems: ['accepts a function chosen by the caller'] }),
  symbol: of('unread', { problems: ['accepts a symbol'] }),
}

/** The shape that a zod constructor makes, if its name alone determines it. */
export function plainShape(name: string): Plain | undefined {
  if (Object.hasOwn(plain, name)) return plain[name]
  const format = Object.hasOwn(textFormats, name) ? textFormats[name] : undefined
  return format === undefined ? undefined : text(format)
}
