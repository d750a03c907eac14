import { cva } from 'class-variance-authority'

/** The look that input, textarea and select share. Text of 16 px on a phone: smaller makes iOS zoom in on focus. */
export const controlVariants = cva(
  'block w-full min-w-0 rounded-md border border-input bg-card text-base text-foreground shadow-xs transition-[border-color,box-shadow] placeholder:text-muted-foreground/85 hover:border-foreground/45 focus-visible:border-ring focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-ring disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-destructive aria-invalid:focus-visible:outline-destructive md:text-sm',
  {
    variants: {
      size: {
        default: 'h-11 px-3 md:h-9 md:pointer-coarse:h-11',
        sm: 'h-11 px-2.5 md:h-8 md:text-[0.8125rem] md:pointer-coarse:h-11',
        area: 'min-h-24 px-3 py-2',
      },
    },
    defaultVariants: { size: 'default' },
  },
)
