import { sentence, type NewDomain } from '../domain'
import type { Field } from '../fields'
import { byLabel } from './by-label'
import type { Kind } from './kind'

const DIGITS = 9
const HIGHEST = 10 ** DIGITS - 1

/** A whole number, zero or more. */
export function numberKind({ name }: Field, { one }: NewDomain): Kind {
  const message = 'Enter a whole number.'
  const digits = `${one.camel}Bounds.${name.camel}Digits`
  return {
    columnImport: 'integer',
    column: 'integer().notNull()',
    check: { name: 'range', condition: `\${table.${name.camel}} BETWEEN 0 AND ${HIGHEST}` },
    type: 'number',
    bounds: `${name.camel}Digits: ${DIGITS},`,
    schema: `z.string().trim().max(${digits}).regex(/^\\d+$/, '${message}').transform(Number)`,
    schemaValues: [`${one.camel}Bounds`],
    control: `<TextField name="${name.camel}" label="${sentence(name.words)}" inputMode="numeric" title="${message}"
      defaultValue={${one.camel}?.${name.camel}} autoComplete="off" />`,
    controlImports: [`import { TextField } from '@/components/form/text-field'`],
    shown: (value) => `{${value}.toLocaleString('en')}`,
    activity: 'asText',
    activityImport: `import { asText } from '@/lib/domain/column-values'`,
    demo: '(index * 7) % 50',
    attack: `kind: 'text', required: true, longest: ${DIGITS}, misleading: ['-1', '1.5', '1e3', '0x10', 'NaN', '١']`,
    sent: `'42'`,
    stored: '42',
    value: '42',
    refused: ['-1', String(HIGHEST + 1)],
    ...byLabel(name, 'fill'),
  }
}
