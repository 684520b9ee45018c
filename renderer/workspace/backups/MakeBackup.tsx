/** Makes a backup: the button, how far it is, and what was copied. */
import { Button } from '@mantine/core'
import { HardDriveDownload } from 'lucide-react'
import { call } from '../../shared/bridge/client.ts'
import { Note } from '../../shared/components/Note.tsx'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './Backups.module.css'
import { RunProgress } from './RunProgress.tsx'
import type { OutcomeOf } from './run.ts'
import { makeRun, useRun } from './runs.ts'

export function MakeButton() {
  const t = useT()
  const { state } = useRun(makeRun)
  return (
    <Button
      size="md"
      leftSection={<HardDriveDownload size={18} aria-hidden />}
      disabled={state === 'running' || state === 'choosing'}
      onClick={() => void makeRun.start(undefined, t('backup.makeJob'), () => call('backup.make'))}
    >
      {t('backup.make')}
    </Button>
  )
}

export function MakeProgress() {
  const t = useT()
  const run = useRun(makeRun)
  if (run.state === 'idle') return null
  return (
    <div className={classes.below}>
      {run.state === 'done' ? (
        <Made report={run.outcome.report} />
      ) : (
        <RunProgress run={run} label={t('backup.makeJob')} />
      )}
    </div>
  )
}

function Made({ report }: { report: OutcomeOf<'backup'>['report'] }) {
  const t = useT()
  const formats = useFormats()
  const { copiedObjects: count, copiedBytes, snapshot, goneObjects, keptObjects } = report
  return (
    <>
      <Note tone="good" title={t('backup.made')} role="status">
        <p>
          {count === 0
            ? t('backup.madeNothing')
            : t('backup.madeText', { count, bytes: formats.bytes(copiedBytes) })}{' '}
          {t('backup.madeAway')}
        </p>
        <p className={classes.quiet}>
          {t('backup.snapshotIs')} <code className="mono">{snapshot}</code>
        </p>
      </Note>
      {goneObjects > 0 && <Gone gone={goneObjects} kept={keptObjects} />}
    </>
  )
}

/** The vault has lost files: no backup is as good as it looks. */
function Gone({ gone, kept }: { readonly gone: number; readonly kept: number }) {
  const t = useT()
  const keptText =
    kept === 0
      ? t('backup.goneNone')
      : kept >= gone
        ? t('backup.goneAllKept')
        : t('backup.goneKept', { count: kept })
  return (
    <Note tone="danger" title={t('backup.gone', { count: gone })} role="alert">
      <p>{keptText}</p>
      <p>{t('backup.goneText')}</p>
    </Note>
  )
}
