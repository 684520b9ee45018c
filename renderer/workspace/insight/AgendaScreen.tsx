/** What has to be done by when, under four headings; what is overdue stays until its record says that it is done with. */
import { CalendarClock } from 'lucide-react'
import type { CallOutput } from '../../../shared/contract/contract.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { EmptyState } from '../../shared/components/EmptyState.tsx'
import { Page, Panel } from '../../shared/components/Page.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { RecordLink } from '../records/RecordLink.tsx'
import { useDates } from '../records/useDates.ts'
import { useTitle } from '../records/useTitle.ts'
import classes from './Insight.module.css'

type Item = CallOutput<'insight.agenda'>['items'][number]

const WHEN = ['overdue', 'week', 'month', 'later'] as const
const MOST_PEOPLE = 4

export function AgendaScreen() {
  const t = useT()
  const query = useCall('insight.agenda', {})
  return (
    <Answer query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState wholePage icon={CalendarClock} title={t('agenda.emptyTitle')}>
            <p>{t('agenda.emptyText')}</p>
          </EmptyState>
        ) : (
          <Page title={t('agenda.title')} subtitle={t('agenda.subtitle')}>
            {WHEN.map((when) => {
              const own = items.filter((item) => item.when === when)
              return own.length === 0 ? null : (
                <Panel key={when} title={t(`agenda.when.${when}`)} flush>
                  <ul className={classes.agenda} data-when={when}>
                    {own.map((item) => (
                      <AgendaLine key={`${item.record.id} ${item.what}`} item={item} />
                    ))}
                  </ul>
                </Panel>
              )
            })}
          </Page>
        )
      }
    </Answer>
  )
}

function AgendaLine({ item }: { item: Item }) {
  const t = useT()
  const date = useDates()
  const titleOf = useTitle()
  const { what, record, people } = item
  const rest = people.length - MOST_PEOPLE
  return (
    <li>
      <span className={classes.agendaDate}>{date(item.date)}</span>
      <span>
        <RecordLink kind={record.kind} id={record.id}>
          {t(`agenda.what.${what}`)}
        </RecordLink>
        <span className={classes.definition}>{titleOf(record.kind, record.title)}</span>
      </span>
      <ul className={classes.agendaPeople}>
        {people.slice(0, MOST_PEOPLE).map(({ id, title }) => (
          <li key={id}>
            <RecordLink kind="person" id={id}>
              {titleOf('person', title)}
            </RecordLink>
          </li>
        ))}
        {rest > 0 && <li>{t('agenda.more', { count: rest })}</li>}
      </ul>
    </li>
  )
}
