import { sentence, type NewDomain } from '../domain'
import type { Field } from '../fields'
import { byLabel } from './by-label'
import type { Kind } from './kind'

const EARLIEST = '2000-01-01'
const LATEST = '2199-12-31'

/** A calendar day. */
export function dateKind({ name }: Field, { one }: NewDomain): Kind {
  const bounds = `${one.camel}Bounds`
  const [earliest, latest] = [`earliest${name.pascal}`, `latest${name.pascal}`]
  return {
    columnImport: 'date',
    column: `date({ mode: 'string' }).notNull()`,
    check: { name: 'range', condition: `\${table.${name.camel}} BETWEEN '${EARLIEST}' AND '${LATEST}'` },
    type: 'string',
    unit: 'YYYY-MM-DD',
    bounds: `/** Days, YYYY-MM-DD, both inclusive. */\n${earliest}: '${EARLIEST}',\n${latest}: '${LATEST}',`,
    // ISO days sort as text, so the bounds compare as text.
    schema: `z.iso.date('Choose a date.').refine(
      (day) => day >= ${bounds}.${earliest} && day <= ${bounds}.${latest},
      \`Choose a date from \${${bounds}.${earliest}} to \${${bounds}.${latest}}.\`)`,
    schemaValues: [bounds],
    control: `<TextField name="${name.camel}" label="${sentence(name.words)}" type="date"
      min={${bounds}.${earliest}} max={${bounds}.${latest}} defaultValue={${one.camel}?.${name.camel}} />`,
    controlValues: [bounds],
    controlImports: [`import { TextField } from '@/components/form/text-field'`],
    shown: (value) => `<CalendarDay day={${value}} />`,
    shownImports: [`import { CalendarDay } from '@/components/dates/calendar-day'`],
    activity: 'asText',
    activityImport: `import { asText } from '@/lib/domain/column-values'`,
    demo: 'new Date(today.getTime() + ((index * 5) % 40) * DAY).toISOString().slice(0, 10)',
    attack: `kind: 'day', required: true`,
    sent: `'2031-02-28'`,
    stored: `'2031-02-28'`,
    value: `'2031-02-28'`,
    refused: [`'1999-12-31'`, `'2200-01-01'`],
    ...byLabel(name, 'fill'),
  }
}
