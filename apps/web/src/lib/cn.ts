import { clsx, type ClassValue } from 'clsx'
import { twMerge } from 'tailwind-merge'

/** Joins class names; where two utilities disagree, the later one wins, so a part can be adjusted by its user. */
export function cn(...values: ClassValue[]): string {
  return twMerge(clsx(values))
}
