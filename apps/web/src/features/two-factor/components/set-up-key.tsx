import { CopyButton } from '@/components/copy-button'
import { TextLink } from '@/components/text-link'

import { QrCode } from './qr-code'

/** The key for an authenticator app: to scan, to type, and to open on this device. */
export function SetUpKey({ setUp: { key, uri } }: { setUp: { key: string; uri: string } }) {
  const groups = key.match(/.{1,4}/g) ?? []
  return (
    <>
      <p>Scan this code with an authenticator app, such as the one in your password manager.</p>
      <QrCode text={uri} label="QR code with the key for your authenticator app" />
      <div className="space-y-2">
        <p>
          On this device, <TextLink href={uri}>open your authenticator app</TextLink>. Or type this key:
        </p>
        <p className="font-mono wrap-anywhere" data-key={key}>
          {groups.join(' ')}
        </p>
        <CopyButton text={key} label="Copy key" />
      </div>
    </>
  )
}
