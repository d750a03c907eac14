/** What `node --cpu-prof` writes; times in microseconds. */
export interface CpuProfile {
  nodes: {
    id: number
    callFrame: { functionName: string; url: string; lineNumber: number; columnNumber: number }
  }[]
  samples: number[]
  timeDeltas: number[]
  startTime: number
  endTime: number
}

export interface SelfTime {
  name: string
  /** Of the time in which the processor was busy. */
  share: number
}

const IDLE = new Set(['(idle)', '(program)'])

/** The functions that were on top of the stack most often between two times, counted back from the end, in microseconds. */
export function selfTimes(
  profile: CpuProfile,
  window: { fromEnd: number; untilEnd: number },
  nameOf: (frame: CpuProfile['nodes'][number]['callFrame']) => string = functionName,
): SelfTime[] {
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]))
  const byName = new Map<string, number>()
  let time = profile.startTime
  let busy = 0
  for (const [index, id] of profile.samples.entries()) {
    const delta = profile.timeDeltas[index] ?? 0
    time += delta
    const fromEnd = profile.endTime - time
    const frame = frames.get(id)
    if (!frame || IDLE.has(frame.functionName) || fromEnd > window.fromEnd || fromEnd < window.untilEnd)
      continue
    busy += delta
    const name = nameOf(frame)
    byName.set(name, (byName.get(name) ?? 0) + delta)
  }
  return [...byName]
    .map(([name, self]) => ({ name, share: self / busy }))
    .toSorted((a, b) => b.share - a.share)
}

function functionName({
  functionName,
  url,
  lineNumber,
  columnNumber,
}: CpuProfile['nodes'][number]['callFrame']) {
  const name = functionName || '(anonymous)'
  return url ? `${name} ${shortened(url)}:${lineNumber + 1}:${columnNumber + 1}` : name
}

/** Where the time goes by package. */
export function fileName({ functionName, url }: CpuProfile['nodes'][number]['callFrame']): string {
  return url ? shortened(url) : functionName || '(native)'
}

function shortened(url: string): string {
  return url
    .replace(/^file:\/\//, '')
    .replace(/^.*\/node_modules\//, '')
    .replace(/^.*\/\.next\//, '.next/')
}
