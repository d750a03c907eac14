import type { NextConfig } from 'next'

const config: NextConfig = {
  images: { unoptimized: true },
  transpilePackages: ['@kit/auth', '@kit/captcha', '@kit/db', '@kit/env', '@kit/log', '@kit/mail'],
  serverExternalPackages: ['@node-rs/argon2', 'nodemailer', 'pino', 'postgres'],
  typescript: { ignoreBuildErrors: true },
  typedRoutes: false,
  experimental: { authInterrupts: true },
}

export default config
