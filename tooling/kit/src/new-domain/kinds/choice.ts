import pluralize from 'pluralize'
import { sentence, type NewDomain } from '../domain'
import { spellings } from '../domain-names'
import type { Field } from '../fields'
import { byLabel } from './by-label'
import type { Kind } from './kind'

/** The names of a choice's constants: `invoiceStatuses`, `InvoiceStatus`, `statusLabels`. */
export function choiceNames({ name }: Field, { one }: NewDomain) {
  return {
    list: `${one.camel}${spellings(pluralize.plural(name.kebab)).pascal}`,
    type: `${one.pascal}${name.pascal}`,
    labels: `${name.camel}Labels`,
  }
}

/** One of a closed set, as text with a check, because an enum's operators would prevent use of an index with row-level security. */
export function choiceKind(field: Field & { type: 'choice' }, domain: NewDomain): Kind {
  const { name, values } = field
  const { list, type, labels } = choiceNames(field, domain)
  const quoted = values.map((value) => `'${value}'`)
  const [first = '', ...rest] = quoted
  const last = rest.at(-1) ?? first
  const value = `${domain.one.camel}?.${name.camel}`
  return {
    columnImport: 'text',
    column: `text({ enum: ${list} }).notNull()`,
    check: { name: 'known', condition: `\${table.${name.camel}} IN (${quoted.join(', ')})` },
    type,
    constants: `export const ${list} = [${quoted.join(', ')}] as const
      export type ${type} = (typeof ${list})[number]`,
    schema: `z.enum(${list})`,
    schemaValues: [list],
    control: `<SelectField name="${name.camel}" label="${sentence(name.words)}" required
      defaultValue={${value} ?? ${first}}>
        {${list}.map((value) => (<option key={value} value={value}>{${labels}[value]}</option>))}
      </SelectField>`,
    controlValues: [list],
    controlImports: [
      `import { SelectField } from '@/components/form/select-field'`,
      `import { ${labels} } from './${domain.one.kebab}-labels'`,
    ],
    shown: (shown) => `{${labels}[${shown}]}`,
    shownImports: [`import { ${labels} } from './${domain.one.kebab}-labels'`],
    activity: 'asWords',
    activityImport: `import { asWords } from '@/lib/domain/column-values'`,
    demo: `at(${list}, index)`,
    demoValues: [list],
    attack: `kind: 'choice', required: true`,
    sent: last,
    stored: last,
    value: last,
    refused: [],
    ...byLabel(name, 'selectOption'),
  }
}
