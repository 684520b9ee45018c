/** How old the last backup is, in words as big as the matter is. */
import { type LucideIcon, ShieldAlert, ShieldCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import { useAgo, useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Backups.module.css'
import type { BackupStatus as Status } from './status.ts'

const LOOKS: Readonly<Record<Status['state'], { icon: LucideIcon; tone: string }>> = {
  // Calm: every new vault has none, and an alarm that is always on is not heard.
  never: { icon: ShieldAlert, tone: 'caution' },
  fresh: { icon: ShieldCheck, tone: 'good' },
  ageing: { icon: ShieldAlert, tone: 'caution' },
  old: { icon: ShieldAlert, tone: 'danger' },
}

interface BackupStatusProps {
  readonly status: Status
  /** Beside the words: the button that makes the next one. */
  readonly action: ReactNode
  /** Below them: how far the next one is. */
  readonly children: ReactNode
}

export function BackupStatus({ status, action, children }: BackupStatusProps) {
  const t = useT()
  const { icon: Icon, tone } = LOOKS[status.state]
  return (
    <section className={classes.status} data-tone={tone} data-state={status.state}>
      <span className={classes.statusDisc}>
        <Icon size={30} strokeWidth={1.6} aria-hidden />
      </span>
      <div className={classes.statusWords}>
        <StatusWords status={status} />
        <p className={classes.statusHint}>{t('backup.makeHint')}</p>
      </div>
      {action}
      {children}
    </section>
  )
}

function StatusWords({ status }: { status: Status }) {
  const t = useT()
  const ago = useAgo()
  const formats = useFormats()
  if (status.state === 'never') {
    return (
      <>
        <h2 className={classes.statusTitle}>{t('backup.neverTitle')}</h2>
        <p>{t('backup.neverText')}</p>
      </>
    )
  }
  return (
    <>
      <h2 className={classes.statusTitle}>{t('backup.lastTitle', { ago: ago(status.at) })}</h2>
      <p>
        {t('backup.lastAt', { moment: formats.moment(status.at) })}{' '}
        {status.newer === 0 ? t('backup.newerNone') : t('backup.newer', { count: status.newer })}{' '}
        {status.state !== 'fresh' && t('backup.stale')}
      </p>
    </>
  )
}
