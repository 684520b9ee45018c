/** Rows that may be somebody who is known, with reasons: nothing is written before each is decided by a person. */
import { Badge, Button, Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { BridgeError } from '../../../shared/contract/define.ts'
import type {
  DoubtfulRow,
  ImportDecision,
  ImportExamined,
} from '../../../shared/contract/imports.ts'
import { call } from '../../shared/bridge/client.ts'
import { Note } from '../../shared/components/Note.tsx'
import { Panel } from '../../shared/components/Page.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { AboutPerson } from '../duplicates/AboutPerson.tsx'
import { Reasons } from '../duplicates/Reasons.tsx'
import classes from './Import.module.css'
import { SkippedRows } from './SkippedRows.tsx'
import { useColumnWords } from './useColumnWords.ts'

const PAGE = 50

interface ResolveRowsProps {
  readonly examined: ImportExamined
  readonly doubtful: number
  readonly undecided: number
  onBack(): void
  onUndecided(undecided: number): void
  onFailed(error: BridgeError): void
  onWrite(): void
}

export function ResolveRows(props: ResolveRowsProps) {
  const { examined, doubtful, undecided, onBack, onUndecided, onFailed, onWrite } = props
  const t = useT()
  const columnWords = useColumnWords()
  const [rows, setRows] = useState<readonly DoubtfulRow[]>([])
  const [shown, setShown] = useState(PAGE)
  const [asked, setAsked] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again after each decision for many
  useEffect(() => {
    let isCurrent = true
    void call('import.doubtful', { offset: 0, limit: Math.min(shown, 500) }).then((answer) => {
      if (isCurrent && answer.ok) setRows(answer.value.rows)
    })
    return () => {
      isCurrent = false
    }
  }, [shown, asked])

  const decide = async (line: number, decision: ImportDecision) => {
    const answer = await call('import.decide', { line, decision })
    if (!answer.ok) return onFailed(answer.error)
    setRows((before) =>
      before.map((row) => (row.line === line ? { ...row, decision, isRemembered: false } : row)),
    )
    onUndecided(answer.value.undecided)
  }
  const decideOthers = async (verdict: 'same' | 'possible', what: 'new' | 'add') => {
    const answer = await call('import.decideOthers', { verdict, what })
    if (!answer.ok) return onFailed(answer.error)
    setAsked((before) => before + 1)
    onUndecided(answer.value.undecided)
  }
  return (
    <>
      <Panel title={t('imports.found')}>
        <div className={classes.facts}>
          <p className={classes.strong}>{t('imports.readRows', { count: examined.rows })}</p>
          {examined.dates.map(
            ({ column, example, read: count, unread, ambiguous }) =>
              example && (
                <p key={column} className={classes.quiet}>
                  {t('imports.dateRead', {
                    ...{ column: columnWords(column), count, unread: unread + ambiguous },
                    ...example,
                  })}
                </p>
              ),
          )}
        </div>
      </Panel>
      {examined.skipped > 0 && <SkippedRows count={examined.skipped} />}
      <Panel
        title={t('imports.check')}
        actions={
          doubtful > 0 && (
            <>
              <Button
                size="xs"
                variant="default"
                disabled={undecided === 0}
                onClick={() => void decideOthers('same', 'add')}
              >
                {t('imports.sameToAdd')}
              </Button>
              <Button
                size="xs"
                variant="default"
                disabled={undecided === 0}
                onClick={() => void decideOthers('possible', 'new')}
              >
                {t('imports.possibleToNew')}
              </Button>
            </>
          )
        }
      >
        {doubtful === 0 ? (
          <p className={classes.quiet}>{t('imports.checkNone')}</p>
        ) : (
          <>
            <p className={classes.quiet}>{t('imports.checkHint')}</p>
            <ul className={classes.rows} aria-label={t('imports.doubtfulList')}>
              {rows.map((row) => (
                <RowChoice
                  key={row.line}
                  row={row}
                  onDecide={(decision) => void decide(row.line, decision)}
                />
              ))}
            </ul>
            {rows.length < doubtful && (
              <Button variant="default" size="xs" onClick={() => setShown(shown + PAGE)}>
                {t('imports.showMore')}
              </Button>
            )}
          </>
        )}
      </Panel>
      {undecided > 0 && (
        <Note tone="caution" role="status" title={t('imports.undecided', { count: undecided })} />
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={onBack}>
          {t('imports.back')}
        </Button>
        <Button disabled={undecided > 0 || examined.rows === 0} onClick={onWrite}>
          {t('imports.write', { count: examined.rows })}
        </Button>
      </div>
    </>
  )
}

type Candidate = DoubtfulRow['candidates'][number]

const keyOf = ({ to }: Candidate): string => ('record' in to ? to.record : `line ${to.line}`)
const decisionFor = ({ to }: Candidate): ImportDecision =>
  'record' in to ? { do: 'add', to: to.record } : { do: 'join', line: to.line }
function choiceOf(decision: ImportDecision | undefined): string | null {
  if (!decision) return null
  if (decision.do === 'add') return decision.to
  return decision.do === 'join' ? `line ${decision.line}` : decision.do
}

interface RowChoiceProps {
  readonly row: DoubtfulRow
  onDecide(decision: ImportDecision): void
}

function RowChoice({ row, onDecide }: RowChoiceProps) {
  const t = useT()
  const { line, candidates, decision } = row
  return (
    <li className={classes.row}>
      <div className={classes.who}>
        <span className={classes.quiet}>{t('imports.row', { line })}</span>
        <span className={classes.strong}>{row.title}</span>
        <AboutPerson {...row} />
      </div>
      <ul className={classes.candidates}>
        {candidates.map((candidate) => (
          <li key={keyOf(candidate)}>
            <div className={classes.who}>
              <Badge
                variant="light"
                color={candidate.verdict === 'same' ? 'tide' : 'gray'}
                className={classes.badge ?? ''}
              >
                {t(`duplicates.verdict.${candidate.verdict}`)}
              </Badge>
              <span className={classes.strong}>{candidate.title}</span>
              <span className={classes.quiet}>
                {'record' in candidate.to
                  ? t('imports.inVault')
                  : t('imports.ofRow', { line: candidate.to.line })}
              </span>
              <AboutPerson {...candidate} />
              {candidate.said && (
                <Badge
                  variant="outline"
                  color={candidate.said === 'same' ? 'tide' : 'gray'}
                  className={classes.badge ?? ''}
                >
                  {t(`imports.said.${candidate.said}`)}
                </Badge>
              )}
            </div>
            <Reasons reasons={candidate.reasons} />
          </li>
        ))}
      </ul>
      <Select
        className={classes.decision ?? ''}
        aria-label={t('imports.decide', { line })}
        description={row.isRemembered ? t('imports.saidBefore') : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        placeholder={t('form.chooseValue')}
        data={[
          ...candidates.map((candidate) => ({
            value: keyOf(candidate),
            label: t('imports.asAdded', { name: candidate.title }),
          })),
          { value: 'new', label: t('imports.asNew') },
          { value: 'leave', label: t('imports.asLeft') },
        ]}
        value={choiceOf(decision)}
        onChange={(value) => {
          const candidate = candidates.find((each) => keyOf(each) === value)
          if (candidate) onDecide(decisionFor(candidate))
          else if (value === 'new' || value === 'leave') onDecide({ do: value })
        }}
      />
    </li>
  )
}
