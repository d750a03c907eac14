/** The license and the changelog say who made what, whatever it is called today; the lock file names packages. */
export function keepsOldName(path: string): boolean {
  return /(?:^|\/)(?:LICENSE|CHANGELOG)(?:\.\w+)?$|^pnpm-lock\.yaml$/.test(path)
}
