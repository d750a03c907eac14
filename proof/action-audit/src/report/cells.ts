import { columns } from '../guards/facts'
import type { InventoryEndpoint } from '../inventory/inventory'

/** The table cells of an endpoint, by column heading. */
export function cellsOf(endpoint: InventoryEndpoint): Record<string, string> {
  const { captcha, freshSession, attacked, usedIn, id } = endpoint
  return {
    Action: endpoint.name ?? (endpoint.exportName || '(inline)'),
    Where: `${endpoint.file}:${endpoint.line}`,
    Id: id === null ? '' : id.slice(0, 10),
    Guards: guardsOf(endpoint),
    Client: clientOf(endpoint),
    Access: accessOf(endpoint),
    Ownership: endpoint.resource ?? '',
    Limits: endpoint.limits.map(({ policy }) => policy).join(', ') || 'none',
    Captcha: captcha ? 'yes' : '',
    Fresh: freshSession ? 'yes' : '',
    Input: inputOf(endpoint),
    Output: endpoint.output,
    Used: String(usedIn.length),
    Attacked: attacked === null ? '' : attacked ? 'yes' : 'no',
    Open: String(endpoint.findings.filter(({ waiver }) => waiver === undefined).length),
  }
}

/** The four columns in one: authentication, authorization, validation, limits. */
function guardsOf({ guards }: InventoryEndpoint): string {
  return columns.map((column) => guards[column].status).join('/')
}

function clientOf({ client, form, checksInBody }: InventoryEndpoint): string {
  if (client !== null) return client
  return checksInBody.length > 0 ? `none; in its body ${checksInBody.join(', ')}` : `none (${form})`
}

function accessOf({ access, role, permissions }: InventoryEndpoint): string {
  const asked = Object.entries(permissions).map(([resource, verbs]) => `${resource}: ${verbs.join(', ')}`)
  const parts = [...(role === null ? [] : [`${role} or higher`]), ...asked]
  return parts.join('; ') || (access ?? 'anyone')
}

function inputOf({ input, findings }: InventoryEndpoint): string {
  if (input === null) return 'no schema'
  if (input.length === 0) return 'nothing'
  const fields = input.length === 1 ? '1 field' : `${input.length} fields`
  const open = findings.filter(({ rule }) => rule === 'bounded-input').length
  return open > 0 ? `${fields}, ${open} open` : `${fields}, bounded`
}
