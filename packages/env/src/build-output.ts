/** Whether the build also creates a folder that can serve the app on its own. `pnpm build:standalone` asks for it. */
export function buildsStandalone(): boolean {
  return process.env.BUILD_STANDALONE === 'on'
}

/** Whether the build keeps a cache for the next one, and takes a third longer. A build that no other follows turns it off. */
export function keepsBuildCache(): boolean {
  return process.env.BUILD_CACHE !== 'off'
}
