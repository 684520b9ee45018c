/**
 * Counts of people: large numbers with their definitions and what others published beside them, then groups as bars. Every
 * number is a button that opens the people it counts.
 */
import { ChartColumn } from 'lucide-react'
import { useState } from 'react'
import type { CallInput, CallOutput } from '../../../shared/contract/contract.ts'
import { FIGURES, type Figure } from '../../../shared/model/values.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { EmptyState } from '../../shared/components/EmptyState.tsx'
import { Page } from '../../shared/components/Page.tsx'
import { useFormats } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { ExportButton } from '../export/ExportButton.tsx'
import { RecordLink } from '../records/RecordLink.tsx'
import { useDates } from '../records/useDates.ts'
import { GroupPanel, useGroupWords } from './GroupPanel.tsx'
import classes from './Insight.module.css'
import { PeopleDrawer } from './PeopleDrawer.tsx'

type Figures = CallOutput<'insight.figures'>
type GroupAsked = CallInput<'insight.people'> & { readonly title: string }

export function FiguresScreen() {
  const t = useT()
  const date = useDates()
  const query = useCall('insight.figures', {})
  return (
    <Answer query={query}>
      {(figures) =>
        figures.counts.people === 0 ? (
          <EmptyState wholePage icon={ChartColumn} title={t('figures.emptyTitle')}>
            <p>{t('figures.emptyText')}</p>
          </EmptyState>
        ) : (
          <Page
            title={t('figures.title')}
            subtitle={t('figures.subtitle', { date: date(figures.today) })}
            actions={<ExportButton subject={{ of: 'figures' }} />}
          >
            <All figures={figures} />
          </Page>
        )
      }
    </Answer>
  )
}

function All({ figures }: { figures: Figures }) {
  const t = useT()
  const [figure, setFigure] = useState<Figure | null>(null)
  const [group, setGroup] = useState<GroupAsked | null>(null)
  return (
    <>
      <ul className={classes.figures}>
        {FIGURES.map((each) => (
          <FigureCard key={each} {...{ figure: each, figures }} onOpen={() => setFigure(each)} />
        ))}
      </ul>
      <p className={classes.definition}>{t('figures.publishedHint')}</p>
      <div className={classes.groups}>
        {figures.groups.map(({ by, rows }) => (
          <GroupPanel
            key={by}
            by={by}
            rows={rows}
            onOpen={(value, title) => setGroup({ by, value, title })}
          />
        ))}
      </div>
      {figure && <FigurePeople figure={figure} onClose={() => setFigure(null)} />}
      {group && <GroupPeople group={group} onClose={() => setGroup(null)} />}
    </>
  )
}

interface FigureCardProps {
  readonly figure: Figure
  readonly figures: Figures
  readonly onOpen: () => void
}

function FigureCard({ figure, figures, onOpen }: FigureCardProps) {
  const t = useT()
  const formats = useFormats()
  const date = useDates()
  const published = figures.published.filter((each) => each.figure === figure)
  const number = formats.number(figures.counts[figure])
  return (
    <li className={classes.figure} data-wide={figure === 'held' || undefined}>
      <button
        type="button"
        className={classes.number}
        aria-label={`${t(`figures.name.${figure}`)}: ${number}`}
        onClick={onOpen}
      >
        {number}
      </button>
      <h2 className={classes.figureName}>{t(`figures.name.${figure}`)}</h2>
      <p className={classes.definition}>{t(`figures.definition.${figure}`)}</p>
      {published.length > 0 && (
        <dl className={classes.published}>
          <dt>{t('figures.published')}</dt>
          {published.map((each) => (
            <dd key={`${each.source} ${each.publisher} ${each.date}`}>
              <RecordLink kind="source" id={each.source}>
                {t('figures.publishedText', {
                  number: formats.number(each.number),
                  publisher: each.publisher,
                  date: date(each.date),
                })}
              </RecordLink>
              <span className={classes.definition}>{each.definition}</span>
            </dd>
          ))}
        </dl>
      )}
    </li>
  )
}

function FigurePeople({ figure, onClose }: { figure: Figure; onClose: () => void }) {
  const t = useT()
  const query = useCall('insight.counted', { figure })
  return (
    <PeopleDrawer
      title={t(`figures.name.${figure}`)}
      definition={t(`figures.definition.${figure}`)}
      {...{ query, onClose }}
    />
  )
}

function GroupPeople({ group, onClose }: { group: GroupAsked; onClose: () => void }) {
  const t = useT()
  const { by, value } = group
  const wordsOf = useGroupWords(by)
  const query = useCall('insight.people', { by, value })
  return (
    <PeopleDrawer
      title={`${t(`figures.by.${by}`)}: ${wordsOf(value, group.title)}`}
      definition={t(`figures.byDefinition.${by}`)}
      {...{ query, onClose }}
    />
  )
}
