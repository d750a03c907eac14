/** Whether the build also makes a folder that serves the app on its own. `pnpm build:standalone` asks for it. */
export function buildsStandalone(): boolean {
  return process.env.BUILD_STANDALONE === 'on'
}
