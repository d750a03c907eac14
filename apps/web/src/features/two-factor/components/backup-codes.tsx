'use client'

import { CopyButton } from '@/components/copy-button'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { buttonVariants } from '@/components/ui/button'

/** The new backup codes. The server keeps only hashes, so they are shown this once. */
export function BackupCodes({ codes }: { codes: readonly string[] }) {
  const text = `${codes.join('\n')}\n`
  return (
    <div className="space-y-4">
      <Alert variant="warning">
        <p className="font-medium">Save your backup codes now</p>
        <p className="mt-1">
          Each code signs you in once if you lose your phone. We can&apos;t show them again, so keep them
          where you find them without it.
        </p>
      </Alert>
      <ul aria-label="Backup codes" className="grid grid-cols-2 gap-x-6 gap-y-1 font-mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 print:hidden">
        <span className="noscript:hidden">
          <CopyButton text={text} label="Copy" />
        </span>
        <a
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download="gatehouse-backup-codes.txt"
          className={buttonVariants({ variant: 'outline', size: 'sm' })}
        >
          Download
        </a>
        <Button variant="outline" size="sm" onClick={() => window.print()} className="noscript:hidden">
          Print
        </Button>
      </div>
      <ButtonLink href="/account/security" className="print:hidden">
        I saved them
      </ButtonLink>
    </div>
  )
}
