'use client'

import { Icon } from '@/components/icon/icon'
import { useState } from 'react'

import { Button } from './ui/button'

/** Copies text. Without clipboard access the text can still be selected. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false)

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      setCopied(false)
    }
  }

  return (
    <Button variant="outline" size="sm" onClick={copy}>
      {copied ? <Icon name="check" /> : <Icon name="copy" />}
      <span aria-live="polite">{copied ? 'Copied' : label}</span>
    </Button>
  )
}
