/** Where a piece of long work stands: its progress and a way to stop it, that it was stopped, or why it failed. */
import { Button } from '@mantine/core'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { JobProgress } from '../jobs/JobTray.tsx'
import { jobStore } from '../jobs/jobStore.ts'
import { useJobs } from '../jobs/useJobs.ts'
import classes from './Backups.module.css'
import type { OutcomeType, RunState } from './run.ts'

interface RunProgressProps {
  readonly run: RunState<OutcomeType, unknown>
  readonly label: string
}

export function RunProgress({ run, label }: RunProgressProps) {
  const t = useT()
  const job = useJobs().find(({ id }) => run.state === 'running' && id === run.job)
  if (run.state === 'choosing') return <p className={classes.quiet}>{t('backup.choosing')}</p>
  if (run.state === 'cancelled') {
    return (
      <p className={classes.quiet} role="status">
        {t('backup.cancelled')}
      </p>
    )
  }
  if (run.state === 'failed') return <ErrorNote error={run.error} />
  if (run.state !== 'running') return null
  return (
    <div className={classes.progress}>
      <div className={classes.progressBar}>
        <span className={classes.progressLabel} role="status">
          {label}
        </span>
        <JobProgress job={job ?? { label, done: 0, total: 0, unit: 'bytes' }} />
      </div>
      <Button variant="default" size="xs" onClick={() => jobStore.cancel(run.job)}>
        {t('common.cancel')}
      </Button>
    </div>
  )
}
