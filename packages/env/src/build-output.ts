/** Whether the build also creates a folder that can serve the app on its own. `pnpm build:standalone` asks for it. */
export function buildsStandalone(): boolean {
  return process.env.BUILD_STANDALONE === 'on'
}
