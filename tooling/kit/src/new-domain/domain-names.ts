import pluralize from 'pluralize'
import { Refusal } from '@kit/server/refusal'

/** The spellings of a name. */
export interface Spellings {
  /** `purchase-orders`: folders and URLs. */
  kebab: string
  /** `purchase_orders`: tables and columns. */
  snake: string
  /** `purchaseOrders`: values. */
  camel: string
  /** `PurchaseOrders`: types and components. */
  pascal: string
  /** "purchase orders", in sentences. */
  words: string
}

export interface DomainNames {
  plural: Spellings
  singular: Spellings
}

const MOST = 40

/** URL segments and words of the framework and the gate, which a domain's name would collide with. */
const reserved = new Set([
  'account',
  'admin',
  'api',
  'contact',
  'forgot-password',
  'healthz',
  'lab',
  'new',
  'readyz',
  'reset-password',
  'settings',
  'sign-in',
  'sign-out',
  'sign-up',
  'verify-email',
  'auth',
  'captcha',
  'demo',
  'domain',
  'domains',
  'drizzle',
  'gate',
  'landing',
  'mail',
  'migrations',
  'organization',
  'page',
  'pages',
  'public',
  'query',
  'session',
  'sessions',
  'tenancy',
  'testing',
  'user',
  'users',
  'class',
  'classes',
  'default',
  'defaults',
  'import',
  'imports',
  'export',
  'exports',
  'function',
  'functions',
  'return',
  'returns',
  'case',
  'cases',
  'break',
  'catch',
  'delete',
  'do',
  'enum',
  'extend',
  'for',
  'if',
  'interface',
  'package',
  'private',
  'switch',
  'this',
  'throw',
  'try',
  'var',
  'void',
  'while',
  'with',
  'yield',
  'action',
  'arena',
  'attack',
  'auth',
  'bigint',
  'boolean',
  'check',
  'content',
  'cursor',
  'date',
  'field',
  'id',
  'index',
  'integer',
  'input',
  'label',
  'limit',
  'matrix',
  'membership',
  'metadata',
  'param',
  'path',
  'position',
  'role',
  'router',
  'row',
  'search',
  'table',
  'tenant',
  'text',
  'title',
  'update',
  'value',
])

/**
 * Returns the names of a domain, from a plural such as `purchase-orders`.
 * @param taken the folders of existing domains
 * @param singular for irregular words
 * @throws Refusal with one sentence when the name is invalid
 */
export function domainNames(
  plural: string,
  { taken, singular = pluralize.singular(plural) }: { taken: readonly string[]; singular?: string },
): DomainNames {
  for (const name of [plural, singular]) {
    if (!/^[a-z]+(?:-[a-z]+)*$/.test(name) || name.length > MOST) {
      throw new Refusal(
        `"${name}" cannot be a domain. Use up to ${MOST} lowercase letters, with dashes between words.`,
      )
    }
  }
  if (reserved.has(plural) || reserved.has(singular)) throw new Refusal(`"${plural}" is reserved.`)
  if (taken.includes(plural)) throw new Refusal(`The domain "${plural}" already exists.`)
  if (singular === plural) {
    throw new Refusal(
      `"${plural}" is not a plural. Use one, such as "${pluralize.plural(plural)}", or pass --singular.`,
    )
  }
  return { plural: spellings(plural), singular: spellings(singular) }
}

/** Returns every spelling of a kebab-case name. */
export function spellings(kebab: string): Spellings {
  const words = kebab.split('-')
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  return {
    kebab,
    snake: words.join('_'),
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
    words: words.join(' '),
  }
}
