import {
  Circle,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleEllipsis,
  CircleX,
  UserRound,
  type LucideIcon,
} from 'lucide-react'

/** Every icon in the sprite. After a change here, `npx vitest -u components/icon` writes `sprite.svg` again. */
export const catalog = {
  circle: Circle,
  'circle-check': CircleCheck,
  'circle-dashed': CircleDashed,
  'circle-dot': CircleDot,
  'circle-ellipsis': CircleEllipsis,
  'circle-x': CircleX,
  'user-round': UserRound,
} satisfies Record<string, LucideIcon>

/** Bars of rising height; the number says how many are filled. */
export const levels = [1, 2, 3, 4] as const

export type IconName = keyof typeof catalog | `level-${(typeof levels)[number]}`
