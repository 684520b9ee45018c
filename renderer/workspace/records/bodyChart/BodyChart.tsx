/** The body chart of an examination: both figures with every mark that holds, numbered, and what each mark is. */
import { BODY_VIEWS, type BodyMark } from '../../../../shared/model/bodyMark.ts'
import type { RecordState } from '../../../../shared/model/statement.ts'
import { Panel } from '../../../shared/components/Page.tsx'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { useValueWords } from '../useValueWords.ts'
import classes from './BodyChart.module.css'
import { BodyFigure } from './BodyFigure.tsx'

export function BodyChart({ record }: { record: RecordState }) {
  const t = useT()
  const labels = useLabels()
  const words = useValueWords()
  const marks = record.statements
    .filter(({ field, retractedBy }) => field === 'marks' && retractedBy === null)
    .map(({ id, value }, place) => ({ key: id, number: place + 1, mark: value as BodyMark }))
  if (marks.length === 0) return null
  return (
    <Panel title={t('records.group.bodyChart')}>
      <div className={classes.chart}>
        <div className={classes.figures}>
          {BODY_VIEWS.map((view) => (
            <figure key={view} className={classes.view}>
              <BodyFigure
                view={view}
                marks={marks
                  .filter(({ mark }) => mark.view === view)
                  .map(({ key, number, mark: { x, y } }) => ({ key, number, x, y }))}
              />
              <figcaption>{labels.bodyViews[view]}</figcaption>
            </figure>
          ))}
        </div>
        <ol className={classes.list}>
          {marks.map(({ key, mark }) => (
            <li key={key} className={classes.row}>
              <span>{words('examination', 'marks', mark, {})}</span>
            </li>
          ))}
        </ol>
      </div>
    </Panel>
  )
}
