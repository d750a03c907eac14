import type { NextConfig } from 'next'

import { buildsStandalone, keepsBuildCache } from '@kit/env/build-output'
import { publicHost } from '@kit/env/public-host'

import { staticHeaders } from '@/lib/request/security-headers'

const host = publicHost()
const isDevelopment = process.env.NODE_ENV === 'development'

const config: NextConfig = {
  ...(buildsStandalone() && { output: 'standalone' as const }),
  poweredByHeader: false,
  reactStrictMode: true,
  // Next's development badge; on the left it would cover the user menu.
  devIndicators: { position: 'bottom-right' },
  // The image optimizer is a service that anyone can call, so it is off.
  images: { unoptimized: true },
  // Packages are TypeScript source; there is no build step between them.
  transpilePackages: [
    '@kit/action-middleware',
    '@kit/auth',
    '@kit/captcha',
    '@kit/db',
    '@kit/env',
    '@kit/jobs',
    '@kit/log',
    '@kit/mail',
    '@kit/rate-limit',
    '@kit/telemetry',
  ],
  // Read from `node_modules` when the server runs. Bundling Better Auth and Drizzle would only make builds slower.
  serverExternalPackages: [
    '@node-rs/argon2',
    'better-auth',
    'drizzle-orm',
    'ioredis',
    'nodemailer',
    'pino',
    'postgres',
    'sharp',
  ],
  // `pnpm typecheck` does this for the whole repository.
  typescript: { ignoreBuildErrors: true },
  typedRoutes: false,
  // The lab reads these files at runtime.
  outputFileTracingIncludes: { '/lab/**': ['./lab-data/**/*.json'] },
  experimental: {
    authInterrupts: true,
    // Nothing reads the source maps of a production build, and making them takes time.
    turbopackSourceMaps: isDevelopment,
    turbopackInputSourceMaps: isDevelopment,
    turbopackFileSystemCacheForBuild: keepsBuildCache(),
    // The longest form has a few thousand characters. Next decodes input before our checks run, so the limit is low.
    serverActions: {
      bodySizeLimit: '128kb',
      // Next compares Origin with Host, which a proxy may have rewritten, so the public host comes from the settings.
      // The gate checks the origin again.
      ...(host && { allowedOrigins: [host] }),
    },
  },
  // `proxy.ts` sets the headers of pages; these files bypass it.
  headers: async () => [{ source: '/_next/static/:path*', headers: staticHeaders }],
}

export default config
