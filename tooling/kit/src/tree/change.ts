/** One change to a file. Paths are relative to the root, with `/`. */
export type Change =
  | { kind: 'create' | 'edit'; path: string; content: string }
  | { kind: 'delete'; path: string }
  | { kind: 'rename'; path: string; to: string; content?: string }

/** Returns the paths that exist after the changes. */
export function written(changes: readonly Change[]): string[] {
  return changes.flatMap((change) => {
    if (change.kind === 'delete') return []
    return [change.kind === 'rename' ? change.to : change.path]
  })
}

/** Returns one line per change, for `--dry-run`. */
export function describe(change: Change): string {
  const line = `${change.kind.padEnd(6)}  ${change.path}`
  return change.kind === 'rename' ? `${line} → ${change.to}` : line
}
