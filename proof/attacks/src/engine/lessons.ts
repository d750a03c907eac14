import type { TestInfo } from '@playwright/test'
import type { TestResult } from '@playwright/test/reporter'

/** The control group or the guarded app. */
type Side = 'unguarded' | 'guarded'

interface Lesson {
  lesson: string
  side: Side
}

const LESSON = 'lesson'

/** Records a test's lesson and side for the report. */
export function noteLesson({ annotations }: TestInfo, { lesson, side }: Lesson): void {
  annotations.push({ type: LESSON, description: `${side} ${lesson}` })
}

const labels = { unguarded: ['breached', 'SURVIVED'], guarded: ['blocked', 'BREACHED'] } as const

/** Collects each lesson's result on both sides. A test passes if the control group is breached and the app isn't. */
export class LessonTable {
  private readonly lessons = new Map<string, Map<string, boolean>>()

  /** Returns whether the test was about a lesson. */
  take({ annotations, status }: TestResult): boolean {
    const note = annotations.find(({ type }) => type === LESSON)?.description
    if (note === undefined) return false
    const [side = '', ...rest] = note.split(' ')
    const lesson = rest.join(' ')
    const sides = this.lessons.get(lesson) ?? new Map<string, boolean>()
    this.lessons.set(lesson, sides.set(side, status === 'passed'))
    return true
  }

  /** One line per lesson, below a heading; empty when there was none. */
  lines(): string[] {
    if (this.lessons.size === 0) return []
    const width = Math.max(...[...this.lessons.keys()].map((name) => name.length))
    const line = (name: string, unguarded: string, guarded: string) =>
      `${name.padEnd(width)}  ${unguarded.padEnd(10)}  ${guarded}`.trimEnd()
    return [
      '',
      line('mistake', 'unguarded', 'guarded'),
      ...[...this.lessons].map(([name, sides]) =>
        line(name, labelOf(sides, 'unguarded'), labelOf(sides, 'guarded')),
      ),
    ]
  }
}

function labelOf(sides: Map<string, boolean>, side: Side): string {
  const passed = sides.get(side)
  return passed === undefined ? '·' : labels[side][passed ? 0 : 1]
}
