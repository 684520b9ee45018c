/** Restores a backup beside the open vault: the only proof that it would work on the day it is needed. */
import { Button } from '@mantine/core'
import { call } from '../../shared/bridge/client.ts'
import { Note } from '../../shared/components/Note.tsx'
import { Panel } from '../../shared/components/Page.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { displayName } from '../../shared/vaultName.ts'
import classes from './Backups.module.css'
import { RunProgress } from './RunProgress.tsx'
import { restoreRun, useRun } from './runs.ts'

export function RestorePanel() {
  const t = useT()
  const run = useRun(restoreRun)
  const label = t('backup.restoreJob')
  return (
    <Panel title={t('backup.restore')}>
      <div className={classes.task}>
        <p className={classes.quiet}>{t('backup.restoreHint')}</p>
        <div className={classes.buttons}>
          <Button
            variant="default"
            disabled={run.state === 'running' || run.state === 'choosing'}
            onClick={() => void restoreRun.start(undefined, label, () => call('backup.restore'))}
          >
            {t('backup.restoreStart')}
          </Button>
        </div>
        <RunProgress run={run} label={label} />
        {run.state === 'done' && (
          <Note
            tone="good"
            role="status"
            title={t('backup.restored', { name: displayName(run.outcome.name) })}
          >
            <p>{t('backup.restoredText')}</p>
          </Note>
        )}
      </div>
    </Panel>
  )
}
