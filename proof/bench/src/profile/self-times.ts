/** V8's profile format. Times are in microseconds. */
export interface CpuProfile {
  nodes: { id: number; callFrame: CallFrame }[]
  samples: number[]
  timeDeltas: number[]
}

export interface CallFrame {
  functionName: string
  url: string
  lineNumber: number
  columnNumber: number
}

export interface SelfTime {
  name: string
  /** Share of the busy time. */
  share: number
}

const IDLE = new Set(['(idle)', '(program)'])

/** Functions by self time, highest first. */
export function selfTimes(profile: CpuProfile, nameOf: (frame: CallFrame) => string): SelfTime[] {
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]))
  const byName = new Map<string, number>()
  let busy = 0
  for (const [index, id] of profile.samples.entries()) {
    const frame = frames.get(id)
    if (!frame || IDLE.has(frame.functionName)) continue
    const delta = profile.timeDeltas[index] ?? 0
    const name = nameOf(frame)
    busy += delta
    byName.set(name, (byName.get(name) ?? 0) + delta)
  }
  return [...byName]
    .map(([name, self]) => ({ name, share: self / busy }))
    .toSorted((a, b) => b.share - a.share)
}

export function functionName({ functionName, url, lineNumber, columnNumber }: CallFrame): string {
  const name = functionName || '(anonymous)'
  return url ? `${name} ${shortened(url)}:${lineNumber + 1}:${columnNumber + 1}` : name
}

export function fileName({ functionName, url }: CallFrame): string {
  return url ? shortened(url) : functionName || '(native)'
}

function shortened(url: string): string {
  return url
    .replace(/^file:\/\//, '')
    .replace(/^.*\/node_modules\//, '')
    .replace(/^.*\/\.next\//, '.next/')
}
