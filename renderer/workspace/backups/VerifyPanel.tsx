/** Checks the open vault or a backup, quickly or byte by byte, and says what was found. */
import { Button, SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useId, useRef, useState } from 'react'
import { call } from '../../shared/bridge/client.ts'
import { Panel } from '../../shared/components/Page.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { useNotify } from '../../shared/useNotify.ts'
import classes from './Backups.module.css'
import { RunProgress } from './RunProgress.tsx'
import { useRun, type VerifyAsked, verifyRun } from './runs.ts'
import { VerifyResult } from './VerifyResult.tsx'

type Depth = 'quick' | 'full'

/** Said on other screens; this one shows the whole report. */
const DAMAGE_NOTICE = 'backup.damage'

export function VerifyPanel() {
  const t = useT()
  const run = useRun(verifyRun)
  const [depth, setDepth] = useState<Depth>('quick')
  const hintId = useId()
  const shown = useRef(false)
  useEffect(() => {
    shown.current = true
    notifications.hide(DAMAGE_NOTICE)
    return () => {
      shown.current = false
    }
  }, [])
  const notify = useNotify()
  const working = run.state === 'running' || run.state === 'choosing'
  const words = (of: VerifyAsked['of']) =>
    of === 'open' ? t('backup.verifyVaultJob') : t('backup.verifyBackupJob')
  const start = (of: VerifyAsked['of']) => {
    const asked = { of, full: depth === 'full' }
    void verifyRun
      .start(asked, words(of), () => call('backup.verify', asked))
      .then(() => {
        const ended = verifyRun.get()
        if (shown.current || ended.state !== 'done' || ended.outcome.report.ok) return
        // Whoever went to another screen meanwhile must not read only that the work is finished.
        const count = ended.outcome.report.damaged.length
        notify({
          id: DAMAGE_NOTICE,
          color: 'red',
          autoClose: false,
          title: t('backup.verify'),
          message: t('backup.verifyBad', { count }),
        })
      })
  }
  return (
    <Panel title={t('backup.verify')}>
      <div className={classes.task}>
        <p className={classes.quiet}>{t('backup.verifyHint')}</p>
        <div className={classes.depth}>
          <SegmentedControl
            aria-label={t('backup.thoroughness')}
            aria-describedby={hintId}
            value={depth}
            disabled={working}
            data={(['quick', 'full'] as const).map((value) => ({
              value,
              label: t(`backup.${value}`),
            }))}
            onChange={setDepth}
          />
          <p id={hintId} className={classes.quiet} aria-live="polite">
            {t(`backup.${depth}Hint`)}
          </p>
        </div>
        <div className={classes.buttons}>
          <Button variant="default" disabled={working} onClick={() => start('open')}>
            {t('backup.verifyVault')}
          </Button>
          <Button variant="default" disabled={working} onClick={() => start('chosen')}>
            {t('backup.verifyStart')}
          </Button>
        </div>
        <RunProgress
          run={run}
          label={run.state === 'running' ? words(run.asked.of) : t('backup.verify')}
        />
        {run.state === 'done' && <VerifyResult report={run.outcome.report} asked={run.asked} />}
      </div>
    </Panel>
  )
}
