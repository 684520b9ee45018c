/** How far the comparing or the writing is, and a way to stop it. */
import { Button } from '@mantine/core'
import type { JobId } from '../../../shared/contract/work.ts'
import { Panel } from '../../shared/components/Page.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { JobProgress } from '../jobs/JobTray.tsx'
import { jobStore } from '../jobs/jobStore.ts'
import { useJobs } from '../jobs/useJobs.ts'
import classes from './Import.module.css'

interface ImportWorkProps {
  readonly job: JobId | undefined
  readonly label: string
}

export function ImportWork({ job, label }: ImportWorkProps) {
  const t = useT()
  const running = useJobs().find(({ id }) => id === job)
  return (
    <Panel>
      <div className={classes.work}>
        <div className={classes.bar}>
          <span role="status">{label}</span>
          <JobProgress job={running ?? { label, done: 0, total: 0, unit: 'items' }} />
        </div>
        <Button
          variant="default"
          size="xs"
          disabled={job === undefined}
          onClick={() => {
            if (job) jobStore.cancel(job)
          }}
        >
          {t('common.cancel')}
        </Button>
      </div>
    </Panel>
  )
}
