/** Returns the ID of this build, which Next writes here; in a browser, the ID of the build that rendered the page. */
export function ownDeployment(): string | undefined {
  // oxlint-disable-next-line node/no-process-env -- not a setting: the bundler replaces it
  return process.env.NEXT_DEPLOYMENT_ID || undefined
}
