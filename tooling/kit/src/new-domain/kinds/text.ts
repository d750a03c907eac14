import { sentence, withArticle, type NewDomain } from '../domain'
import type { Field } from '../fields'
import { byLabel } from './by-label'
import type { Kind } from './kind'

const LONGEST = 200

export function textKind({ name }: Field, { one }: NewDomain): Kind {
  const length = `${one.camel}Bounds.${name.camel}Length`
  const sent = `'${sentence(name.words)} & "more"'`
  return {
    columnImport: 'text',
    column: 'text().notNull()',
    check: {
      name: 'length',
      condition: `length(\${table.${name.camel}}) BETWEEN 1 AND ${LONGEST} AND \${lineCheck(table.${name.camel})}`,
    },
    type: 'string',
    bounds: `${name.camel}Length: ${LONGEST},`,
    schema: `storableLine().min(1, 'Enter ${withArticle(name.words)}.').max(${length})`,
    schemaValues: [`${one.camel}Bounds`],
    schemaImports: [`import { storableLine } from '@/lib/input/storable-text'`],
    control: `<TextField name="${name.camel}" label="${sentence(name.words)}"
      defaultValue={${one.camel}?.${name.camel}} autoComplete="off" />`,
    controlImports: [`import { TextField } from '@/components/form/text-field'`],
    shown: (value) => `<bdi>{${value}}</bdi>`,
    activity: 'asText',
    activityImport: `import { asText } from '@/lib/domain/column-values'`,
    demo: `\`\${organization.name} ${name.words} \${index + 1}\``,
    attack: `kind: 'text', required: true, longest: ${LONGEST}, free: true`,
    sent,
    stored: `input.${name.camel}`,
    value: sent,
    refused: [`''`, `'x'.repeat(${LONGEST + 1})`],
    ...byLabel(name, 'fill'),
  }
}
