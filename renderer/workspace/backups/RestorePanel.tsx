/** Restores a backup beside the open vault: the only proof that it would work on the day it is needed. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CallResult } from '../../../shared/contract/contract.ts'
import { call } from '../../shared/bridge/client.ts'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
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
          <>
            <Restored {...run.outcome} name={displayName(run.outcome.name)} />
            <Certificate />
          </>
        )}
      </div>
    </Panel>
  )
}

interface RestoredProps {
  readonly name: string
  readonly damaged: readonly string[]
  readonly beside: 'same' | 'different' | 'another'
}

/** A backup with damaged files is restored without them, and each is named: the open vault may still have it. */
function Restored({ name, damaged, beside }: RestoredProps) {
  const t = useT()
  const compared = t(`backup.restoredBeside.${beside}`)
  const title = t('backup.restored', { name })
  if (damaged.length === 0) {
    const isFine = beside !== 'different'
    return (
      <Note tone={isFine ? 'good' : 'danger'} role={isFine ? 'status' : 'alert'} title={title}>
        <p>{compared}</p>
        <p>{t('backup.restoredText')}</p>
      </Note>
    )
  }
  return (
    <>
      <Note tone="danger" role="alert" title={t('backup.restoredPart', { count: damaged.length })}>
        <p>{title}</p>
        <p>{compared}</p>
        <p>{t('backup.restoredPartText')}</p>
      </Note>
      <DamagedTable
        damaged={damaged.map((id) => ({ what: 'object', id, why: 'object_damaged' }))}
      />
    </>
  )
}

/** Something to keep beside the backup: when it was tried, and what was checked. */
function Certificate() {
  const t = useT()
  const [answer, setAnswer] = useState<CallResult<'backup.keepCertificate'>>()
  const keep = async () => setAnswer(await call('backup.keepCertificate'))
  return (
    <>
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => void keep()}>
          {t('backup.certificate')}
        </Button>
      </div>
      {answer?.ok === false && <ErrorNote error={answer.error} />}
      {answer?.ok && answer.value.kept && (
        <Note tone="good" role="status" title={t('backup.certificateKept')} />
      )}
    </>
  )
}
