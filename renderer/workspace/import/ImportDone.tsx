/** What was written, what was left out, and the way back; once that is gone, nothing of it is said any more. */
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { JobOutcome } from '../../../shared/contract/work.ts'
import { Note } from '../../shared/components/Note.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { EarlierImports } from './EarlierImports.tsx'
import classes from './Import.module.css'
import { SkippedRows } from './SkippedRows.tsx'

type Report = Extract<JobOutcome, { type: 'import' }>['report']

export function ImportDone({ report }: { report: Report }) {
  const t = useT()
  const [undone, setUndone] = useState<number>()
  const { seq, people, added, skipped } = report
  return (
    <>
      {undone !== seq && (
        <>
          <Note tone="good" role="status" title={t('imports.done')}>
            <p>{t('imports.doneText', { people, added, skipped })}</p>
          </Note>
          <div className={classes.buttons}>
            <Button renderRoot={(props) => <Link to="/people" {...props} />}>
              {t('imports.toPeople')}
            </Button>
          </div>
          {skipped > 0 && <SkippedRows count={skipped} />}
        </>
      )}
      <EarlierImports onUndone={setUndone} />
    </>
  )
}
