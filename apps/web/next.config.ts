import type { NextConfig } from 'next'

import { staticHeaders } from './src/lib/security-headers'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Development's badge; at the left it covers the user menu.
  devIndicators: { position: 'bottom-right' },
  // No image is optimised on the fly: the optimiser is a service that anyone may call.
  images: { unoptimized: true },
  // Packages are TypeScript source; there is no build step between them.
  transpilePackages: [
    '@kit/action-middleware',
    '@kit/auth',
    '@kit/captcha',
    '@kit/db',
    '@kit/env',
    '@kit/mail',
    '@kit/rate-limit',
  ],
  serverExternalPackages: ['@node-rs/argon2', 'ioredis', 'nodemailer', 'pino', 'postgres'],
  // `pnpm typecheck` does this for the whole repository.
  typescript: { ignoreBuildErrors: true },
  typedRoutes: false,
  experimental: {
    authInterrupts: true,
    // The longest form is a task's; decoding runs before any check of ours, so the door is kept narrow.
    serverActions: { bodySizeLimit: '128kb' },
  },
  // The proxy sets the headers of pages; these are the files that it does not see.
  headers: async () => [{ source: '/_next/static/:path*', headers: staticHeaders }],
}

export default config
