/** The license and changelog are history, and the lockfile names packages. */
export function keepsOldName(path: string): boolean {
  return /(?:^|\/)(?:LICENSE|CHANGELOG)(?:\.\w+)?$|^pnpm-lock\.yaml$/.test(path)
}
