/** The import of a list, step by step: a file, its columns, who is here already, and what was written. */
import { Button, Loader } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { BridgeError } from '../../../shared/contract/define.ts'
import type { ImportExamined, ImportPreview } from '../../../shared/contract/imports.ts'
import type { JobOutcome } from '../../../shared/contract/work.ts'
import { call } from '../../shared/bridge/client.ts'
import { ErrorNote } from '../../shared/components/ErrorNote.tsx'
import { Page, Panel } from '../../shared/components/Page.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { useJob } from '../jobs/useJobs.ts'
import { EarlierImports } from './EarlierImports.tsx'
import classes from './Import.module.css'
import { ImportDone } from './ImportDone.tsx'
import { ImportWork } from './ImportWork.tsx'
import { type ColumnChoices, MapColumns } from './MapColumns.tsx'
import { ResolveRows } from './ResolveRows.tsx'
import { StartImport } from './StartImport.tsx'

type Report = Extract<JobOutcome, { type: 'import' }>['report']

type Step =
  | { readonly at: 'start' }
  | { readonly at: 'reading' }
  | {
      readonly at: 'map'
      readonly preview: ImportPreview
      readonly chosen?: ColumnChoices
    }
  | {
      readonly at: 'resolve'
      readonly preview: ImportPreview
      readonly chosen: ColumnChoices
      readonly examined: ImportExamined
      readonly doubtful: number
      readonly undecided: number
    }
  | { readonly at: 'done'; readonly report: Report }

export function ImportScreen() {
  const t = useT()
  const [step, setStep] = useState<Step>({ at: 'start' })
  const [error, setError] = useState<BridgeError>()
  const job = useJob()
  // What was read is forgotten with the screen.
  useEffect(() => () => void call('import.drop'), [])

  const fail = (failure: BridgeError, back: Step) => {
    setError(failure)
    setStep(back)
  }
  const onRead = (preview: ImportPreview | null) => {
    setError(undefined)
    setStep(preview ? { at: 'map', preview } : { at: 'start' })
  }
  const restart = () => {
    void call('import.drop')
    job.reset()
    setError(undefined)
    setStep({ at: 'start' })
  }
  const compare = async (
    preview: ImportPreview,
    examined: ImportExamined,
    chosen: ColumnChoices,
  ) => {
    setError(undefined)
    // Cancelled or failed, it leads back to the columns as they were chosen.
    setStep({ at: 'map', preview, chosen })
    const outcome = await job.start('import.compare', {}, t('imports.comparing'))
    if (outcome?.type !== 'import_compared') return
    job.reset()
    const { doubtful, undecided } = outcome
    setStep({ at: 'resolve', preview, chosen, examined, doubtful, undecided })
  }
  const write = async () => {
    const outcome = await job.start('import.write', {}, t('imports.writing'))
    if (outcome?.type === 'import') setStep({ at: 'done', report: outcome.report })
  }
  const { current } = job
  const isWorking = current.state === 'running'
  return (
    <Page
      title={t('imports.title')}
      subtitle={t('imports.subtitle')}
      actions={
        step.at !== 'start' &&
        step.at !== 'reading' &&
        !isWorking && (
          <Button variant="default" onClick={restart}>
            {t('imports.another')}
          </Button>
        )
      }
    >
      {error && <ErrorNote error={error} />}
      {current.state === 'failed' && <ErrorNote error={current.error} />}
      {isWorking && (
        <ImportWork
          job={current.job}
          label={step.at === 'map' ? t('imports.comparing') : t('imports.writing')}
        />
      )}
      {step.at === 'start' && (
        <>
          <StartImport
            onReading={() => setStep({ at: 'reading' })}
            onRead={onRead}
            onFailed={(failure) => fail(failure, { at: 'start' })}
          />
          <EarlierImports />
        </>
      )}
      {step.at === 'reading' && (
        <Panel>
          <p className={classes.busy} role="status">
            <Loader size="sm" /> {t('imports.reading')}
          </p>
        </Panel>
      )}
      {step.at === 'map' && !isWorking && (
        <MapColumns
          key={step.preview.about.format === 'xlsx' ? step.preview.about.sheet : 0}
          preview={step.preview}
          chosen={step.chosen}
          onSheet={async (sheet) => {
            const read = await call('import.read', { sheet })
            if (read.ok) onRead(read.value)
            // Overtaken by the choice of another sheet, which answers for itself.
            else if (read.error.code !== 'cancelled') fail(read.error, step)
          }}
          onExamined={(examined, chosen) => void compare(step.preview, examined, chosen)}
          onFailed={(failure) => fail(failure, step)}
        />
      )}
      {step.at === 'resolve' && !isWorking && (
        <ResolveRows
          examined={step.examined}
          doubtful={step.doubtful}
          undecided={step.undecided}
          onBack={() => setStep({ at: 'map', preview: step.preview, chosen: step.chosen })}
          onUndecided={(undecided) => setStep({ ...step, undecided })}
          onFailed={(failure) => fail(failure, step)}
          onWrite={() => void write()}
        />
      )}
      {step.at === 'done' && <ImportDone report={step.report} />}
    </Page>
  )
}
