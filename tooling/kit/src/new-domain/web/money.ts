/** Shared by every domain with amounts: written once. */
export function moneyFile(): string {
  return `
/** Up to nine digits with up to two decimals. */
export const moneyPattern = /^[0-9]{1,9}(?:\\.[0-9]{1,2})?$/

/** Returns the minor units, such as cents, of text that matches the pattern. Avoids floating-point arithmetic. */
export function minorUnits(text: string): number {
  const [whole = '', decimals = ''] = text.split('.')
  return Number(whole + decimals.padEnd(2, '0'))
}

/** Returns "1250.50", for forms. */
export function decimalText(units: number): string {
  const digits = String(units).padStart(3, '0')
  return \`\${digits.slice(0, -2)}.\${digits.slice(-2)}\`
}

/** Returns "1,250.50". */
export function formatMoney(units: number): string {
  const [whole, decimals] = decimalText(units).split('.')
  return \`\${Number(whole).toLocaleString('en')}.\${decimals}\`
}
`
}

export function moneyTestFile(): string {
  return `
import { expect, test } from 'vitest'

import { decimalText, formatMoney, minorUnits, moneyPattern } from './money'

test.each([
  ['0', 0, '0.00', '0.00'],
  ['0.07', 7, '0.07', '0.07'],
  ['1250.5', 125_050, '1250.50', '1,250.50'],
  ['999999999.99', 99_999_999_999, '999999999.99', '999,999,999.99'],
])('parses and formats %s', (text, units, decimals, formatted) => {
  expect(text).toMatch(moneyPattern)
  expect(minorUnits(text)).toBe(units)
  expect(decimalText(units)).toBe(decimals)
  expect(formatMoney(units)).toBe(formatted)
})

test.each(['', '-1', '1.', '.5', '1.005', '1,50', '1e3', '1000000000', '١'])('%s is not an amount', (text) => {
  expect(text).not.toMatch(moneyPattern)
})
`
}
