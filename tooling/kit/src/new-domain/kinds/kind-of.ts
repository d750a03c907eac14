import type { NewDomain } from '../domain'
import type { Field } from '../fields'
import { booleanKind } from './boolean'
import { choiceKind } from './choice'
import { dateKind } from './date'
import type { Kind } from './kind'
import { moneyKind } from './money'
import { numberKind } from './number'
import { textKind } from './text'

const kinds = {
  text: textKind,
  number: numberKind,
  money: moneyKind,
  date: dateKind,
  boolean: booleanKind,
} as const

export function kindOf(field: Field, domain: NewDomain): Kind {
  return field.type === 'choice' ? choiceKind(field, domain) : kinds[field.type](field, domain)
}
