import type { FullConfig, FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'

import { groups } from './attack'
import { LessonTable } from './lessons'
import { annotationTypes } from './report'

interface Cell {
  blocked: number
  breached: number
}

const lessons = new LessonTable()

/** Prints a table of attacks by endpoint, and a curl command for each breach. */
export default class TableReporter implements Reporter {
  private readonly cells = new Map<string, Map<string, Cell>>()
  private readonly breaches: string[] = []
  private startedAt = 0

  onBegin(_config: FullConfig): void {
    this.startedAt = Date.now()
  }

  onTestEnd(_test: TestCase, result: TestResult): void {
    if (lessons.take(result)) return
    const [endpoint] = descriptions(result, annotationTypes.endpoint)
    const [group] = descriptions(result, annotationTypes.group)
    if (endpoint === undefined || group === undefined) return
    const row = this.cells.get(endpoint) ?? new Map<string, Cell>()
    const cell = row.get(group) ?? { blocked: 0, breached: 0 }
    cell.blocked += count(result, annotationTypes.blocked)
    cell.breached += count(result, annotationTypes.breached)
    this.cells.set(endpoint, row.set(group, cell))
    for (const curl of descriptions(result, annotationTypes.curl)) {
      this.breaches.push(`${endpoint} · ${group} · ${curl}`)
    }
  }

  onEnd(_result: FullResult): void {
    print(...lessons.lines())
    if (this.cells.size === 0) return
    const used = groups.filter((group) => [...this.cells.values()].some((row) => row.has(group)))
    const width = Math.max(...[...this.cells.keys()].map((name) => name.length), 'endpoint'.length)
    const line = (name: string, values: readonly string[]) =>
      `${name.padEnd(width)}  ${values.map((value, index) => value.padStart(Math.max(used[index]?.length ?? 0, 6))).join('  ')}`
    const rows = [...this.cells].map(([name, row]) =>
      line(
        name,
        used.map((group) => cellText(row.get(group))),
      ),
    )
    const all = [...this.cells.values()].flatMap((row) => [...row.values()])
    const blocked = all.reduce((sum, cell) => sum + cell.blocked, 0)
    const breached = all.reduce((sum, cell) => sum + cell.breached, 0)
    const seconds = ((Date.now() - this.startedAt) / 1000).toFixed(0)
    print(
      '',
      line('endpoint', used),
      ...rows,
      '',
      `${blocked} attacks blocked, ${breached} succeeded, in ${seconds} s`,
      '',
    )
    for (const breach of this.breaches) print(breach, '')
  }

  printsToStdio(): boolean {
    return false
  }
}

function descriptions(result: TestResult, type: string): string[] {
  return result.annotations.flatMap((annotation) =>
    annotation.type === type ? [annotation.description ?? ''] : [],
  )
}

function count(result: TestResult, type: string): number {
  return Number(descriptions(result, type)[0] ?? 0)
}

function cellText(cell: Cell | undefined): string {
  if (!cell) return '·'
  return cell.breached === 0 ? String(cell.blocked) : `${cell.breached}✗/${cell.blocked + cell.breached}`
}

function print(...lines: string[]): void {
  if (lines.length === 0) return
  process.stdout.write(`${lines.join('\n')}\n`)
}
