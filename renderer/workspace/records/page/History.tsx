/** The history of a record from the ledger, newest first: when, by which device, what changed, in words. */
import { Button } from '@mantine/core'
import { ArrowRight, Undo2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { HistoryEntry } from '../../../../shared/contract/records.ts'
import { fieldLabel } from '../../../../shared/i18n/labels.ts'
import { useCall } from '../../../shared/bridge/hooks.ts'
import { Answer } from '../../../shared/components/Answer.tsx'
import { Panel } from '../../../shared/components/Page.tsx'
import { useFormats } from '../../../shared/format/useFormats.ts'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { SourceMark } from '../SourceMark.tsx'
import { useUndo } from '../savedNotice.tsx'
import { useValueWords } from '../useValueWords.ts'
import classes from './History.module.css'
import { type Step, stepsOf } from './historyWords.ts'
import { useRecordActions } from './RecordActions.tsx'

const AT_FIRST = 20

export function History() {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <Panel
      title={t('records.history')}
      actions={
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={open}
          onClick={() => setOpen((before) => !before)}
        >
          {t(open ? 'records.hideHistory' : 'records.showHistory')}
        </Button>
      }
    >
      {open ? <Entries /> : <p className={classes.hint}>{t('records.historyHint')}</p>}
    </Panel>
  )
}

function Entries() {
  const t = useT()
  const { data } = useRecordActions()
  const query = useCall('records.history', { id: data.record.id })
  const [all, setAll] = useState(false)
  return (
    <Answer query={query}>
      {({ entries }) => (
        <>
          <ol className={classes.entries}>
            {(all ? entries : entries.slice(0, AT_FIRST)).map((entry, index) => (
              <Entry key={entry.seq} entry={entry} first={index === entries.length - 1} />
            ))}
          </ol>
          {!all && entries.length > AT_FIRST && (
            <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
              {t('common.showAll')}
            </Button>
          )}
        </>
      )}
    </Answer>
  )
}

/** The operations of the ledger that touch a record, by their names there. */
const OPERATIONS = {
  'record.set': 'set',
  'record.erase': 'erase',
  'object.add': 'file',
  'dossier.issue': 'dossier',
  'table.export': 'table',
  'compartment.opened': 'opened',
} as const

function Entry({ entry, first }: { entry: HistoryEntry; first: boolean }) {
  const t = useT()
  const formats = useFormats()
  const { data } = useRecordActions()
  const known = Object.hasOwn(OPERATIONS, entry.op)
    ? OPERATIONS[entry.op as keyof typeof OPERATIONS]
    : null
  const steps = stepsOf(entry, data.record.statements)
  const undo = useUndo()
  // Making a record is not undone: to erase it is a decision of its own.
  const canUndo = known === 'set' && !first && steps.length > 0
  const operation = first && known === 'set' ? 'create' : known
  const what =
    entry.op === 'pair.judged'
      ? t('duplicates.judged')
      : operation
        ? t(`records.op.${operation}`)
        : entry.op
  return (
    <li className={classes.entry}>
      <div className={classes.head}>
        <span className={classes.what}>{what}</span>
        <span className={classes.when}>
          {formats.moment(entry.at)} · {t('records.device', { id: entry.author.slice(0, 4) })} ·{' '}
          {t('records.entryNumber', { number: formats.number(entry.seq) })}
        </span>
      </div>
      {canUndo && (
        <Button
          variant="subtle"
          size="compact-xs"
          className={classes.undo ?? ''}
          leftSection={<Undo2 size={13} aria-hidden />}
          onClick={() => undo(data.record.id, entry.seq)}
        >
          {t('records.undoThis')}
        </Button>
      )}
      {entry.reason !== null && (
        <p className={classes.reason}>{t('records.reason', { reason: entry.reason })}</p>
      )}
      {steps.length > 0 && (
        <ul className={classes.steps}>
          {steps.map((step) => (
            <StepLine key={`${step.type}-${keyOf(step)}`} step={step} />
          ))}
        </ul>
      )}
    </li>
  )
}

const keyOf = (step: Step): string => (step.type === 'corrected' ? step.to.id : step.statement.id)

function StepLine({ step }: { step: Step }) {
  const t = useT()
  const labels = useLabels()
  const words = useValueWords()
  const { data } = useRecordActions()
  const { record, titles } = data
  const value = (raw: unknown): ReactNode => (
    <span className={classes.value}>{words(record.kind, step.field, raw, titles)}</span>
  )
  const shown = step.type === 'corrected' ? step.to : step.statement
  return (
    <li>
      <span className={classes.step}>
        {t(`records.step.${step.type}`, { field: fieldLabel(labels, record.kind, step.field) })}
      </span>{' '}
      {step.type === 'corrected' ? (
        <>
          <s className={classes.gone}>{value(step.from.value)}</s>{' '}
          <ArrowRight
            size={12}
            className={classes.arrow}
            role="img"
            aria-label={t('records.becomes')}
          />{' '}
          {value(step.to.value)}
        </>
      ) : step.type === 'retracted' ? (
        <s className={classes.gone}>{value(step.statement.value)}</s>
      ) : (
        value(step.statement.value)
      )}{' '}
      {step.type !== 'preferred' && <SourceMark statement={shown} titles={titles} />}
    </li>
  )
}
