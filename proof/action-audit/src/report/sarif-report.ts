import { auditRules } from '../inventory/findings/audit-rules'
import type { Inventory, InventoryFinding } from '../inventory/inventory'
import { tagsOf } from '../inventory/findings/rule-tags'
import type { Settings } from '../config/load-config'
import { fingerprintOf } from './fingerprint'
import { ownPackage, pageOf } from './own-package'
import { placeInRepository } from './repository'

/** SARIF 2.1.0 for code scanning, with one result per finding. Waived ones are suppressed with their reason. */
export function sarifReport({ findings, unreadable }: Inventory, { root, config }: Settings): string {
  const { folder, version, homepage } = ownPackage()
  const pages = config.rulePages ?? (homepage === undefined ? undefined : `${homepage}/docs/rules`)
  const rules = [...auditRules].map(([id, text]) => descriptor(id, text, { folder, pages }))
  const location = locationFrom(placeInRepository(root))
  const seen = new Map<string, number>()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'action-audit',
            version,
            ...(homepage !== undefined && { informationUri: homepage }),
            rules,
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository.' } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: unreadable.map(({ file, line, reason }) => ({
              level: 'error',
              message: { text: reason },
              locations: [location(file, line, 1)],
            })),
          },
        ],
        results: findings.map((finding) => ({
          ...result(
            finding,
            rules.findIndex(({ id }) => id === finding.rule),
          ),
          locations: [location(finding.file, finding.line, finding.column)],
          partialFingerprints: { 'actionAudit/v1': countedPrint(finding, seen) },
        })),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

/** Numbers findings of the same kind, so each is its own alert. */
function countedPrint(finding: InventoryFinding, seen: Map<string, number>): string {
  const print = fingerprintOf(finding)
  const count = (seen.get(print) ?? 0) + 1
  seen.set(print, count)
  return count === 1 ? print : `${print}:${count}`
}

function descriptor(
  id: string,
  text: string,
  { folder, pages }: { folder: string; pages: string | undefined },
) {
  const { severity, cwe, asvs } = tagsOf(id)
  const isSecurity = cwe.length > 0 || asvs.length > 0
  const page = pageOf(folder, id)
  return {
    id,
    shortDescription: { text },
    help: {
      text: `See docs/rules/${id}.md in the action-audit package.`,
      ...(page !== undefined && { markdown: page }),
    },
    ...(pages !== undefined && { helpUri: `${pages.replace(/\/$/, '')}/${id}.md` }),
    defaultConfiguration: { level: levelOf(severity) },
    properties: {
      ...(isSecurity && { 'security-severity': severity.toFixed(1) }),
      tags: [
        isSecurity ? 'security' : 'maintainability',
        ...cwe.map((each) => `external/cwe/cwe-${String(each).padStart(3, '0')}`),
        ...asvs.map((each) => `external/asvs/${each}`),
      ],
    },
  }
}

function levelOf(severity: number): 'error' | 'warning' | 'note' {
  if (severity >= 7) return 'error'
  return severity >= 4 ? 'warning' : 'note'
}

function result(finding: InventoryFinding, ruleIndex: number) {
  const { rule, message, waiver, level } = finding
  return {
    ruleId: rule,
    ruleIndex,
    level: level ?? levelOf(tagsOf(rule).severity),
    message: { text: message },
    ...(waiver !== undefined && { suppressions: [{ kind: 'inSource', justification: waiver }] }),
  }
}

/** Code scanning needs paths relative to the repository root. */
function locationFrom(place: string) {
  return (file: string, startLine: number, startColumn: number) => ({
    physicalLocation: {
      artifactLocation: {
        // Route folders can have brackets and spaces in their names.
        uri: `${place}${file}`.split('/').map(encodeURIComponent).join('/'),
        uriBaseId: 'SRCROOT',
      },
      region: { startLine, startColumn },
    },
  })
}
