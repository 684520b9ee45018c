/**
 * Who is linked to whom in a case: as a drawing, and as a list that says each link in words. A link opens the statements
 * behind it with their sources and grades.
 */
import { SegmentedControl } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useState } from 'react'
import type { RecordId } from '../../../shared/ids.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { Answer } from '../../shared/components/Answer.tsx'
import { Panel } from '../../shared/components/Page.tsx'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { RecordLink } from '../records/RecordLink.tsx'
import { useDates } from '../records/useDates.ts'
import { useTitle } from '../records/useTitle.ts'
import classes from './Relations.module.css'
import { RelationsDrawing } from './RelationsDrawing.tsx'
import type { RelationEdge, RelationNode, Relations } from './relationLayout.ts'

export function RelationsView({ record }: { record: RecordId }) {
  const t = useT()
  const query = useCall('insight.relations', { record })
  const [as, setAs] = useState('drawing')
  if (query.data && query.data.nodes.length < 2) return null
  return (
    <Panel
      title={t('relations.title')}
      actions={
        <SegmentedControl
          size="xs"
          value={as}
          onChange={setAs}
          aria-label={t('relations.as')}
          data={[
            { value: 'drawing', label: t('person.asDrawing') },
            { value: 'list', label: t('person.asList') },
          ]}
        />
      }
    >
      <Answer query={query}>
        {(relations) => (
          <>
            <Shown relations={relations} isDrawn={as === 'drawing'} />
            {relations.leftOut > 0 && (
              <p className={classes.note}>{t('relations.leftOut', { count: relations.leftOut })}</p>
            )}
          </>
        )}
      </Answer>
    </Panel>
  )
}

function Shown({ relations, isDrawn }: { relations: Relations; isDrawn: boolean }) {
  const { ref, width } = useElementSize()
  const [selected, setSelected] = useState<RecordId | null>(null)
  const nodes = new Map(relations.nodes.map((node) => [node.id, node]))
  const edges = relations.edges.filter(
    ({ from, to }) => selected === null || from === selected || to === selected,
  )
  return (
    <div ref={ref}>
      {isDrawn && width > 0 && (
        <RelationsDrawing
          relations={relations}
          width={width}
          selected={selected}
          onSelect={(id) => setSelected(id === selected ? null : id)}
        />
      )}
      {(!isDrawn || selected !== null) && (
        <ul className={classes.links}>
          {edges.map((edge) => (
            <LinkInWords key={`${edge.from} ${edge.via} ${edge.to}`} edge={edge} nodes={nodes} />
          ))}
        </ul>
      )}
    </div>
  )
}

interface LinkInWordsProps {
  readonly edge: RelationEdge
  readonly nodes: ReadonlyMap<RecordId, RelationNode>
}

/** "Incident · People: Name", and under it who says so. */
function LinkInWords({ edge, nodes }: LinkInWordsProps) {
  const t = useT()
  const labels = useLabels()
  const date = useDates()
  const titleOf = useTitle()
  const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)]
  if (!from || !to) return null
  const fields: Readonly<Record<string, string>> = labels.fields[from.kind]
  return (
    <li className={classes.link}>
      <RecordLink kind={from.kind} id={from.id}>
        {titleOf(from.kind, from.title)}
      </RecordLink>
      <span className={classes.via}>{fields[edge.via] ?? edge.via}</span>
      <RecordLink kind={to.kind} id={to.id}>
        {titleOf(to.kind, to.title)}
      </RecordLink>
      <ul className={classes.statements}>
        {edge.statements.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: statements of one link have nothing else to be known by
          <li key={index}>
            <span className="mono">{each.grade}</span>{' '}
            {each.source === null ? (
              t('records.noSource')
            ) : (
              <RecordLink kind="source" id={each.source}>
                {titleOf('source', each.sourceTitle)}
              </RecordLink>
            )}
            {each.asOf !== null && <> · {date(each.asOf)}</>}
          </li>
        ))}
      </ul>
    </li>
  )
}
