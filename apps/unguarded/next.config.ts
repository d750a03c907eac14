import type { NextConfig } from 'next'

const config: NextConfig = {
  images: { unoptimized: true },
  transpilePackages: ['@kit/auth', '@kit/db', '@kit/env', '@kit/mail'],
  serverExternalPackages: ['@node-rs/argon2', 'nodemailer', 'postgres'],
  typescript: { ignoreBuildErrors: true },
  typedRoutes: false,
  experimental: { authInterrupts: true },
}

export default config
