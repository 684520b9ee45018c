/** Work that takes time, wherever it was started: how far it is, and a way to cancel it. */
import { ActionIcon, Progress, Tooltip } from '@mantine/core'
import { CircleAlert, CircleCheck, CircleSlash, X } from 'lucide-react'
import { useEffect } from 'react'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useErrorTexts, useT } from '../../shared/i18n/i18n.ts'
import classes from './JobTray.module.css'
import { type Job, jobStore } from './jobStore.ts'
import { useJobs } from './useJobs.ts'

export function JobTray() {
  const t = useT()
  const jobs = useJobs()
  if (jobs.length === 0) return null
  return (
    <section className={classes.tray} aria-label={t('shell.jobs')}>
      <h2 className={classes.title}>{t('shell.jobs')}</h2>
      <ul className={classes.list}>
        {jobs.map((job) => (
          <JobLine key={job.id} job={job} />
        ))}
      </ul>
    </section>
  )
}

/** What went well needs no more than a glance. */
const DONE_SHOWN_MS = 10_000

function JobLine({ job }: { job: Job }) {
  const t = useT()
  const { id, ended } = job
  useEffect(() => {
    if (!ended?.ok || ended.bad) return
    const timer = setTimeout(() => jobStore.dismiss(id), DONE_SHOWN_MS)
    return () => clearTimeout(timer)
  }, [id, ended])
  const remove = job.ended ? () => jobStore.dismiss(job.id) : () => jobStore.cancel(job.id)
  const removeLabel = job.ended ? t('shell.jobDismiss') : t('shell.jobCancel')
  return (
    <li className={classes.job}>
      <div className={classes.line}>
        <span className={classes.label} title={job.label}>
          {job.label}
        </span>
        <Tooltip label={removeLabel}>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={removeLabel}
            onClick={remove}
          >
            <X size={14} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {job.ended ? <JobEnd ended={job.ended} /> : <JobProgress job={job} />}
    </li>
  )
}

export function JobProgress({ job }: { job: Pick<Job, 'label' | 'done' | 'total' | 'unit'> }) {
  const t = useT()
  const formats = useFormats()
  const show = job.unit === 'bytes' ? formats.bytes : formats.number
  const percent = job.total > 0 ? Math.min(100, (100 * job.done) / job.total) : undefined
  return (
    <>
      <Progress.Root size={6} radius="xl" className={classes.bar ?? ''}>
        <Progress.Section
          // Another bar, so that the full one is not seen to run back to the beginning.
          key={percent === undefined ? 'waiting' : 'known'}
          value={percent ?? 100}
          animated={percent === undefined}
          striped={percent === undefined}
          aria-label={job.label}
          aria-valuetext={
            percent === undefined ? t('shell.jobWaiting') : `${Math.floor(percent)} %`
          }
        />
      </Progress.Root>
      <span className={classes.state}>
        {percent === undefined
          ? t('shell.jobWaiting')
          : t('shell.jobProgress', { done: show(job.done), total: show(job.total) })}
      </span>
    </>
  )
}

const BAD_NEWS = {
  damaged: 'shell.jobDamaged',
  not_taken: 'shell.jobNotTaken',
  not_restored: 'shell.jobNotRestored',
  gone: 'shell.jobGone',
} as const

function JobEnd({ ended }: { ended: NonNullable<Job['ended']> }) {
  const t = useT()
  const errors = useErrorTexts()
  if (ended.ok && ended.bad) {
    const { what, count } = ended.bad
    return (
      <span className={classes.state} data-tone="danger">
        <CircleAlert size={14} aria-hidden /> {t(BAD_NEWS[what], { count })}
      </span>
    )
  }
  if (ended.ok) {
    return (
      <span className={classes.state} data-tone="good">
        <CircleCheck size={14} aria-hidden /> {t('shell.jobDone')}
      </span>
    )
  }
  if (ended.error.code === 'cancelled') {
    return (
      <span className={classes.state}>
        <CircleSlash size={14} aria-hidden /> {t('shell.jobCancelled')}
      </span>
    )
  }
  return (
    <span className={classes.state} data-tone="danger">
      <CircleAlert size={14} aria-hidden /> {errors[ended.error.code].what}
    </span>
  )
}
