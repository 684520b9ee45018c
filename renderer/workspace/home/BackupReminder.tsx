/** The last backup in one line and a half, on the first screen: nobody looks for it where they do not pass by. */
import { Link } from '@tanstack/react-router'
import { useCall } from '../../shared/bridge/hooks.ts'
import { Note, type Tone } from '../../shared/components/Note.tsx'
import { useAgo } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { type BackupStatus, backupStatus } from '../backups/status.ts'
import classes from './Home.module.css'

const TONES: Readonly<Record<BackupStatus['state'], Tone>> = {
  never: 'danger',
  fresh: 'good',
  ageing: 'caution',
  old: 'danger',
}

export function BackupReminder() {
  const t = useT()
  const ago = useAgo()
  const { data: info } = useCall('session.info', {})
  const { data: made } = useCall('backup.list', {})
  if (!info || !made) return null
  const status = backupStatus(made.backups[0], info.entries, Date.now())
  const never = status.state === 'never'
  return (
    <Note
      tone={TONES[status.state]}
      title={never ? t('backup.neverTitle') : t('backup.lastTitle', { ago: ago(status.at) })}
    >
      <p>
        {never && t('backup.neverText')}
        {!never &&
          (status.newer === 0 ? t('backup.newerNone') : t('backup.newer', { count: status.newer }))}
      </p>
      <p>
        <Link to="/backups" className={classes.all ?? ''}>
          {t('backup.title')}
        </Link>
      </p>
    </Note>
  )
}
