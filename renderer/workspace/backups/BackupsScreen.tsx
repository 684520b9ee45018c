/** Backups: how old the last one is, making, checking and restoring one, and those the ledger knows of. */
import { useCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { Page } from '../../shared/components/Page.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { BackupList } from './BackupList.tsx'
import { BackupStatus } from './BackupStatus.tsx'
import classes from './Backups.module.css'
import { MakeButton, MakeProgress } from './MakeBackup.tsx'
import { RestorePanel } from './RestorePanel.tsx'
import { backupStatus } from './status.ts'
import { VerifyPanel } from './VerifyPanel.tsx'

export function BackupsScreen() {
  const t = useT()
  const info = useCall('session.info', {})
  const list = useCall('backup.list', {})
  return (
    <Page title={t('backup.title')} subtitle={t('backup.subtitle')}>
      <Answer query={info}>
        {({ entries }) =>
          list.data && (
            <BackupStatus
              status={backupStatus(list.data.backups[0], entries, Date.now())}
              action={<MakeButton />}
            >
              <MakeProgress />
            </BackupStatus>
          )
        }
      </Answer>
      <div className={classes.tasks}>
        <VerifyPanel />
        <RestorePanel />
      </div>
      <Answer query={list}>{({ backups }) => <BackupList backups={backups} />}</Answer>
    </Page>
  )
}
