/** The severity of each rule, from 0 to 10 as in code scanning, with its CWE and ASVS numbers. */
export interface RuleTags {
  severity: number
  cwe: readonly number[]
  /** Requirements of ASVS 5.0. */
  asvs: readonly string[]
}

const tags: Readonly<Record<string, RuleTags>> = {
  'open-endpoint': { severity: 9.1, cwe: [306, 862], asvs: ['8.2.1', '8.3.1'] },
  'unauthorized-endpoint': { severity: 8.1, cwe: [639, 862], asvs: ['8.2.2', '8.3.1'] },
  'unvalidated-input': { severity: 6.5, cwe: [20], asvs: ['2.2.1', '2.2.2'] },
  'unread-guard': { severity: 3, cwe: [], asvs: [] },
  'exports-built-by-client': { severity: 8.1, cwe: [306], asvs: ['8.2.1'] },
  'is-authorized': { severity: 8.1, cwe: [285, 639], asvs: ['8.2.2'] },
  'is-limited': { severity: 5.3, cwe: [770, 307], asvs: ['2.4.1', '6.3.1'] },
  'has-input-schema': { severity: 6.5, cwe: [20], asvs: ['2.2.1'] },
  'bounded-input': { severity: 5.3, cwe: [770, 1284], asvs: ['2.2.1'] },
  'no-client-input': { severity: 6.5, cwe: [20], asvs: ['2.2.2'] },
  'no-argument-call': { severity: 7.5, cwe: [470], asvs: ['1.3.2'] },
  'no-bound-access': { severity: 8.1, cwe: [639, 472], asvs: ['8.2.2'] },
  'no-open-redirect': { severity: 6.1, cwe: [601], asvs: ['3.7.2'] },
  'auth-api-headers': { severity: 8.1, cwe: [306], asvs: ['8.3.1'] },
  'no-transaction-around-next': { severity: 5, cwe: [460], asvs: ['2.3.3'] },
  'no-raw-sql': { severity: 9.8, cwe: [89], asvs: ['1.2.4'] },
  'no-database-import': { severity: 4, cwe: [1057], asvs: [] },
  'no-raw-row': { severity: 6.5, cwe: [200, 213], asvs: ['15.3.1'] },
  'no-error-reply': { severity: 5.3, cwe: [209], asvs: ['16.5.1'] },
  'no-inline-server': { severity: 4, cwe: [200], asvs: [] },
  'unread-file': { severity: 5, cwe: [], asvs: [] },
}

export function tagsOf(rule: string): RuleTags {
  return (Object.hasOwn(tags, rule) ? tags[rule] : undefined) ?? { severity: 3, cwe: [], asvs: [] }
}
