import { sentence, type NewDomain } from '../domain'
import type { Field } from '../fields'
import { byLabel } from './by-label'
import type { Kind } from './kind'

/** The highest amount that `moneyPattern` allows, in minor units. */
const HIGHEST = 99_999_999_999
const LONGEST = 12

/** An amount in minor units, such as cents. */
export function moneyKind({ name }: Field, { one }: NewDomain): Kind {
  const message = 'Enter an amount, such as 12.50.'
  const length = `${one.camel}Bounds.${name.camel}Length`
  return {
    columnImport: 'bigint',
    column: `bigint({ mode: 'number' }).notNull()`,
    check: { name: 'range', condition: `\${table.${name.camel}} BETWEEN 0 AND ${HIGHEST}` },
    type: 'number',
    unit: 'Minor units, such as cents.',
    bounds: `/** With two decimals, as people enter it. */\n${name.camel}Length: ${LONGEST},`,
    schema: `z.string().trim().max(${length}).regex(moneyPattern, '${message}').transform(minorUnits)`,
    schemaValues: [`${one.camel}Bounds`],
    schemaImports: [`import { minorUnits, moneyPattern } from '@/lib/money'`],
    control: `<TextField name="${name.camel}" label="${sentence(name.words)}" inputMode="decimal" title="${message}"
      defaultValue={${one.camel} && decimalText(${one.camel}.${name.camel})} autoComplete="off" />`,
    controlImports: [
      `import { TextField } from '@/components/form/text-field'`,
      `import { decimalText } from '@/lib/money'`,
    ],
    shown: (value) => `{formatMoney(${value})}`,
    shownImports: [`import { formatMoney } from '@/lib/money'`],
    activity: `(value) => (typeof value === 'number' ? formatMoney(value) : undefined)`,
    activityImport: `import { formatMoney } from '@/lib/money'`,
    demo: '1250 + ((index * 7919) % 200_000)',
    attack: `kind: 'text', required: true, longest: ${LONGEST}, misleading: ['-1.00', '1.005', '1,50', '1e3', '0x10', '.5', 'NaN']`,
    sent: `'1250.50'`,
    stored: '125_050',
    value: '125_050',
    refused: ['-1', String(HIGHEST + 1)],
    ...byLabel(name, 'fill'),
  }
}
