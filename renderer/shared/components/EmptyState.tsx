/** What a screen says when it has nothing to show yet: what belongs here, and the one thing to do about it. */
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

interface EmptyStateProps {
  readonly icon: LucideIcon
  readonly title: string
  /** The heading of the whole page, where nothing else is on it. */
  readonly wholePage?: boolean
  readonly children?: ReactNode
  readonly action?: ReactNode
}

export function EmptyState({
  icon: Icon,
  title,
  wholePage = false,
  children,
  action,
}: EmptyStateProps) {
  const Heading = wholePage ? 'h1' : 'h2'
  return (
    <div className={classes.empty}>
      <span className={classes.disc}>
        <Icon size={26} strokeWidth={1.6} aria-hidden />
      </span>
      <Heading className={classes.title}>{title}</Heading>
      {children && <div className={classes.text}>{children}</div>}
      {action}
    </div>
  )
}
