'use client'

import { useId, useState } from 'react'

import type { IconName } from '@/components/icon/catalog'
import { Icon } from '@/components/icon/icon'

import { type Theme, themes } from './theme'

const YEAR_IN_SECONDS = 31_536_000

const looks = {
  system: { label: 'System', icon: 'monitor' },
  light: { label: 'Light', icon: 'sun' },
  dark: { label: 'Dark', icon: 'moon' },
} satisfies Record<Theme, { label: string; icon: IconName }>

function apply(theme: Theme) {
  // The server renders the theme from this cookie, so no script runs before first paint.
  const lifetime = theme === 'system' ? 0 : YEAR_IN_SECONDS
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  document.cookie = `theme=${theme}; Path=/; Max-Age=${lifetime}; SameSite=Lax${secure}`
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}

/** Switches between light, dark and system. Needs JavaScript and is hidden without it. */
export function ThemeToggle({ theme }: { theme: Theme }) {
  const name = useId()
  const [chosen, setChosen] = useState(theme)
  return (
    <fieldset className="theme-toggle">
      <legend className="sr-only">Theme</legend>
      {themes.map((each) => {
        const { label, icon } = looks[each]
        return (
          <label key={each} title={label} className="theme-choice">
            <input
              type="radio"
              name={name}
              value={each}
              checked={chosen === each}
              onChange={() => {
                apply(each)
                setChosen(each)
              }}
              className="sr-only"
            />
            <Icon name={icon} />
            <span className="sr-only">{label}</span>
          </label>
        )
      })}
    </fieldset>
  )
}
