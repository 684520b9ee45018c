/** The frame of a screen: its heading, a line under it, what can be done here, and the content. */
import type { ReactNode } from 'react'
import classes from './Page.module.css'

interface PageProps {
  readonly title: ReactNode
  readonly subtitle?: ReactNode
  /** Above the title: where this page belongs. */
  readonly above?: ReactNode
  readonly actions?: ReactNode
  /** `full` fills the height for tables and viewers; `text` keeps lines short enough to read. */
  readonly width?: 'text' | 'wide' | 'full'
  readonly children: ReactNode
}

export function Page({ title, subtitle, above, actions, width = 'wide', children }: PageProps) {
  return (
    <div className={classes.page} data-width={width}>
      <header className={classes.header}>
        <div className={classes.heading}>
          {above && <div className={classes.above}>{above}</div>}
          <h1 className={classes.title}>{title}</h1>
          {subtitle && <div className={classes.subtitle}>{subtitle}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      <div className={classes.content}>{children}</div>
    </div>
  )
}

interface PanelProps {
  readonly title?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** Content reaches the border: for tables and lists. */
  readonly flush?: boolean
}

/** A sheet of paper on the ground. */
export function Panel({ title, actions, flush = false, children }: PanelProps) {
  return (
    <section className={classes.panel}>
      {(title || actions) && (
        <div className={classes.panelHead}>
          {title && <h2 className={classes.panelTitle}>{title}</h2>}
          {actions && <div className={classes.actions}>{actions}</div>}
        </div>
      )}
      <div className={flush ? undefined : classes.panelBody}>{children}</div>
    </section>
  )
}
