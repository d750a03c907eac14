import type { Node } from 'oxc-parser'
import { nameOf, type Place } from '../prune/syntax'
import type { Domain } from './domain'

/** Returns a check for strings and property names that refer to the domain: URLs, limits, actions and permissions. */
export function termsOf({ name, resources }: Domain): (text: string, place?: Place) => boolean {
  const text = new RegExp(String.raw`^/[\w-]+/${name}(?:[/?].*)?$|^${name}\.\w+$`)
  return (term, place) => {
    if (text.test(term)) return true
    if (!resources.includes(term)) return false
    return place === undefined || isPermission(place)
  }
}

/** Whether it is the key of `invoice: ['read']` or `invoice: { heading: 'Invoices', verbs: {…} }`. Other keys may have the same name. */
function isPermission({ node, above: [property] }: Place): boolean {
  if (property?.type !== 'Property' || property.key !== node) return false
  const { value } = property
  if (value.type === 'ObjectExpression') return value.properties.some((each) => keyOf(each) === 'verbs')
  return value.type === 'ArrayExpression' && value.elements.every((each) => each?.type === 'Literal')
}

function keyOf(property: Node): string | undefined {
  return property.type === 'Property' ? nameOf(property.key) : undefined
}
