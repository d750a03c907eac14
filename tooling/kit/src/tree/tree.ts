import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '@kit/server/refusal'
import type { Change } from './change'
import { filesOf } from './git'

interface File {
  /** Its path on disk; undefined for a new file. */
  source?: string
  /** Its new content, if changed. */
  content?: string
}

/** The repository's files with a command's changes, in memory until `changes()` are applied. */
export class Tree {
  private readonly present = new Map<string, File>()
  private readonly original: ReadonlySet<string>

  private constructor(
    private readonly root: string,
    paths: readonly string[],
  ) {
    this.original = new Set(paths)
    for (const path of paths) this.present.set(path, { source: path })
  }

  /** Reads the files below `root`, without ignored ones. */
  static async open(root: string): Promise<Tree> {
    return new Tree(root, await filesOf(root))
  }

  paths(): string[] {
    return [...this.present.keys()].toSorted()
  }

  has(path: string): boolean {
    return this.present.has(path)
  }

  /** @throws Refusal when the file does not exist */
  read(path: string): string {
    const file = this.present.get(path)
    if (!file) throw new Refusal(`There is no ${path}.`)
    return file.content ?? readFileSync(join(this.root, file.source ?? path), 'utf8')
  }

  /** Returns a file's text, or undefined for binary files. */
  readText(path: string): string | undefined {
    const text = this.read(path)
    return text.includes('\0') ? undefined : text
  }

  write(path: string, content: string): void {
    const file = this.present.get(path) ?? {}
    if (file.source === undefined || this.read(path) !== content) this.present.set(path, { ...file, content })
  }

  remove(path: string): void {
    if (!this.present.delete(path)) throw new Refusal(`There is no ${path}.`)
  }

  /** @throws Refusal when the target path exists */
  move(from: string, to: string): void {
    if (this.present.has(to)) throw new Refusal(`${from} cannot become ${to}: that file exists.`)
    const file = this.present.get(from)
    if (!file) throw new Refusal(`There is no ${from}.`)
    this.present.delete(from)
    this.present.set(to, file)
  }

  changes(): Change[] {
    const kept = new Set([...this.present.values()].map(({ source }) => source))
    const removed = [...this.original].filter((path) => !kept.has(path))
    const deleted = removed.filter((path) => !this.present.has(path))
    const changes = [...this.present].flatMap(([path, file]) => this.changeOf(path, file))
    return [...deleted.map((path): Change => ({ kind: 'delete', path })), ...changes].toSorted((a, b) =>
      a.path < b.path ? -1 : 1,
    )
  }

  private changeOf(path: string, { source, content }: File): Change[] {
    if (source === undefined) {
      const kind = this.original.has(path) ? 'edit' : 'create'
      return [{ kind, path, content: content ?? '' }]
    }
    if (source !== path) return [{ kind: 'rename', path: source, to: path, content }]
    return content === undefined ? [] : [{ kind: 'edit', path, content }]
  }
}
