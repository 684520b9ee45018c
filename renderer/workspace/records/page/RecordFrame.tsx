/** The page of a record: its heading and actions, what is special about its kind, facts, links, history. */
import { Button, Kbd } from '@mantine/core'
import { PenLine } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RecordId } from '../../../../shared/ids.ts'
import type { OpenKind } from '../../../../shared/model/model.ts'
import { useCall } from '../../../shared/bridge/hooks.ts'
import { Answer } from '../../../shared/components/Answer.tsx'
import { Page } from '../../../shared/components/Page.tsx'
import { useAgo } from '../../../shared/format/useFormats.ts'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { Crumb } from '../Crumb.tsx'
import { editPath } from '../paths.ts'
import { useGoTo } from '../RecordLink.tsx'
import { useUndoKey } from '../savedNotice.tsx'
import { usePageKeys } from '../usePageKeys.ts'
import { useTitle } from '../useTitle.ts'
import { Facts } from './Facts.tsx'
import { History } from './History.tsx'
import { Linked } from './Linked.tsx'
import { type OpenRecord, RecordActions } from './RecordActions.tsx'
import classes from './RecordFrame.module.css'
import { Retracted } from './Retracted.tsx'

interface RecordFrameProps {
  readonly kind: OpenKind
  readonly id: RecordId
  /** Instead of the line that says when the record was changed. */
  readonly subtitle?: (data: OpenRecord) => ReactNode
  /** Between the heading and the facts. */
  readonly lead?: (data: OpenRecord) => ReactNode
  /** Above what is linked. */
  readonly aside?: (data: OpenRecord) => ReactNode
}

export function RecordFrame(props: RecordFrameProps) {
  const query = useCall('records.get', { id: props.id })
  return <Answer query={query}>{(data) => <Frame {...props} data={data} />}</Answer>
}

function Frame({ kind, id, data, subtitle, lead, aside }: RecordFrameProps & { data: OpenRecord }) {
  const t = useT()
  const labels = useLabels()
  const ago = useAgo()
  const goTo = useGoTo()
  const title = useTitle()
  const edit = () => goTo(editPath(kind, id))
  usePageKeys({ e: edit })
  useUndoKey(id)
  return (
    <RecordActions data={data}>
      <Page
        above={<Crumb kind={kind}>{labels.kinds[kind].many}</Crumb>}
        title={title(kind, data.record.title)}
        subtitle={
          subtitle ? subtitle(data) : t('records.changedAgo', { ago: ago(data.record.updatedAt) })
        }
        actions={
          <Button
            variant="default"
            leftSection={<PenLine size={16} aria-hidden />}
            rightSection={
              <Kbd size="xs" aria-hidden>
                e
              </Kbd>
            }
            aria-keyshortcuts="e"
            onClick={edit}
          >
            {t('records.edit')}
          </Button>
        }
      >
        {lead?.(data)}
        <div className={classes.columns}>
          <div className={classes.facts}>
            <Facts />
          </div>
          <aside className={classes.linked} aria-label={t('records.linked')}>
            {aside?.(data)}
            <Linked linked={data.linked} />
          </aside>
        </div>
        <Retracted />
        <History />
      </Page>
    </RecordActions>
  )
}

/** The page of a record whose kind has nothing special. */
export const RecordScreen = ({ kind, id }: { kind: OpenKind; id: RecordId }) => (
  <RecordFrame key={id} kind={kind} id={id} />
)
