import type { ReactNode } from 'react'

interface FormPageProps {
  title: string
  description?: ReactNode
  /** Links below the form. */
  footer?: ReactNode
  children: ReactNode
}

/** A heading, a form and a footer. After success only the result remains. */
export function FormPage({ title, description, footer, children }: FormPageProps) {
  return (
    <div className="group">
      <h1 className="text-2xl font-semibold tracking-tight wrap-anywhere">{title}</h1>
      {description ? (
        <p className="mt-1.5 text-[0.9375rem] text-muted-foreground group-has-data-done:hidden">
          {description}
        </p>
      ) : null}
      <div className="mt-7">{children}</div>
      {footer ? (
        <div className="mt-7 border-t pt-5 text-muted-foreground group-has-data-done:hidden">{footer}</div>
      ) : null}
    </div>
  )
}
