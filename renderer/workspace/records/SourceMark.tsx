/**
 * Where a statement comes from, in a few letters beside its value: grade, as-of date, a lock where it is
 * confidential. Hover and keyboard focus show the whole in words.
 */
import { HoverCard } from '@mantine/core'
import { Lock, LockKeyhole } from 'lucide-react'
import type { Statement, StatementInput } from '../../../shared/model/statement.ts'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { informationOf, sourceGradeOf } from './grades.ts'
import classes from './SourceMark.module.css'
import { useDates } from './useDates.ts'
import type { Titles } from './useValueWords.ts'

type Marked = Omit<StatementInput, 'value' | 'field'> & Partial<Pick<Statement, 'at' | 'author'>>

/** C3 and C4 protect somebody: they get a lock and the caution tone, the others only letters. */
export function ConfidentialityMark({ level }: { level: Marked['confidentiality'] }) {
  const guarded = level === 'C3' || level === 'C4'
  const Icon = level === 'C4' ? LockKeyhole : Lock
  return (
    <span className={classes.level} data-level={level}>
      {guarded && <Icon size={11} strokeWidth={2.2} aria-hidden />}
      {level}
    </span>
  )
}

export function SourceMark({ statement, titles }: { statement: Marked; titles: Titles }) {
  const t = useT()
  const date = useDates()
  return (
    <HoverCard openDelay={250} closeDelay={80} position="bottom-start" withArrow width={320}>
      <HoverCard.Target>
        <button
          type="button"
          className={classes.mark}
          aria-label={useMarkWords()(statement, titles)}
        >
          <span className={classes.grade} aria-hidden>
            {statement.grade}
          </span>
          {statement.asOf && <span aria-hidden>{date(statement.asOf)}</span>}
          {statement.source === null && <span aria-hidden>{t('records.noSourceShort')}</span>}
          <span aria-hidden>
            <ConfidentialityMark level={statement.confidentiality} />
          </span>
        </button>
      </HoverCard.Target>
      <HoverCard.Dropdown>
        <SourceDetails statement={statement} titles={titles} />
      </HoverCard.Dropdown>
    </HoverCard>
  )
}

/** The mark in one sentence, for those who hear it. */
function useMarkWords() {
  const t = useT()
  const labels = useLabels()
  const date = useDates()
  return (statement: Marked, titles: Titles): string =>
    [
      statement.source === null
        ? t('records.noSource')
        : `${t('records.source')}: ${titles[statement.source] || t('records.untitledRecord')}`,
      `${t('records.grade')} ${statement.grade}`,
      statement.asOf ? `${t('records.asOf')} ${date(statement.asOf)}` : '',
      `${statement.confidentiality} ${labels.confidentiality[statement.confidentiality]}`,
    ]
      .filter(Boolean)
      .join(', ')
}

function SourceDetails({ statement, titles }: { statement: Marked; titles: Titles }) {
  const t = useT()
  const labels = useLabels()
  const date = useDates()
  const formats = useFormats()
  const { source, grade, asOf, confidentiality } = statement
  return (
    <dl className={classes.details}>
      <dt>{t('records.source')}</dt>
      <dd>
        {source === null ? t('records.noSource') : titles[source] || t('records.untitledRecord')}
      </dd>
      <dt>{t('records.grade')}</dt>
      <dd>
        <strong>{grade}</strong> {labels.sourceGrades[sourceGradeOf(grade)]};{' '}
        {labels.informationGrades[informationOf(grade)]}
      </dd>
      {asOf && (
        <>
          <dt>{t('records.asOf')}</dt>
          <dd>{date(asOf, 'long')}</dd>
        </>
      )}
      <dt>{t('records.confidentiality')}</dt>
      <dd>
        <strong>{confidentiality}</strong> {labels.confidentiality[confidentiality]}
      </dd>
      {statement.at !== undefined && (
        <>
          <dt>{t('records.entered')}</dt>
          <dd>{formats.moment(statement.at)}</dd>
        </>
      )}
    </dl>
  )
}
