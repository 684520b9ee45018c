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
import { DamagedTable } from './VerifyResult.tsx'

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
          <Restored name={displayName(run.outcome.name)} damaged={run.outcome.damaged} />
        )}
      </div>
    </Panel>
  )
}

interface RestoredProps {
  readonly name: string
  readonly damaged: readonly string[]
}

/** A backup with damaged files is restored without them, and each is named: the open vault may still have it. */
function Restored({ name, damaged }: RestoredProps) {
  const t = useT()
  const title = t('backup.restored', { name })
  if (damaged.length === 0) {
    return (
      <Note tone="good" role="status" title={title}>
        <p>{t('backup.restoredText')}</p>
      </Note>
    )
  }
  return (
    <>
      <Note tone="danger" role="alert" title={t('backup.restoredPart', { count: damaged.length })}>
        <p>{title}</p>
        <p>{t('backup.restoredPartText')}</p>
      </Note>
      <DamagedTable
        damaged={damaged.map((id) => ({ what: 'object', id, why: 'object_damaged' }))}
      />
    </>
  )
}
