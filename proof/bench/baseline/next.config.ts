import type { NextConfig } from 'next'

const config: NextConfig = {
  serverExternalPackages: ['postgres'],
  // As in the product: `pnpm typecheck` does this for the whole repository.
  typescript: { ignoreBuildErrors: true },
}

export default config
