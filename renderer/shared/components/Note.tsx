/** A boxed remark in one of four tones. The tone is never told by colour alone: the icon and the title say it too. */
import { CircleCheck, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import classes from './Note.module.css'

export type Tone = 'info' | 'good' | 'caution' | 'danger'

const ICONS: Readonly<Record<Tone, LucideIcon>> = {
  info: Info,
  good: CircleCheck,
  caution: TriangleAlert,
  danger: TriangleAlert,
}

interface NoteProps {
  readonly tone: Tone
  readonly title?: ReactNode
  readonly icon?: LucideIcon
  /** `alert` interrupts a screen reader, `status` waits its turn. */
  readonly role?: 'alert' | 'status' | 'note'
  /** The code of a failure, for those who help from afar and for tests. */
  readonly code?: string
  readonly children?: ReactNode
}

export function Note({ tone, title, icon, role = 'note', code, children }: NoteProps) {
  const Icon = icon ?? ICONS[tone]
  return (
    <div className={classes.note} data-tone={tone} data-code={code} role={role}>
      <Icon className={classes.icon} size={18} aria-hidden />
      <div className={classes.body}>
        {title && <p className={classes.title}>{title}</p>}
        {children}
      </div>
    </div>
  )
}
