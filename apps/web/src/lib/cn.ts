import { clsx, type ClassValue } from 'clsx'
import { twMerge } from 'tailwind-merge'

/** Joins class names. The later of two conflicting utilities wins. */
export function cn(...values: ClassValue[]): string {
  return twMerge(clsx(values))
}
