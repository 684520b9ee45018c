/** What points at a record: its stays, incidents, evidence, witnesses by code name, dossiers. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import type { LinkedRecord } from '../../../../shared/contract/records.ts'
import { fieldLabel, valueLabel } from '../../../../shared/i18n/labels.ts'
import { fieldOf, type OpenKind } from '../../../../shared/model/model.ts'
import { Panel } from '../../../shared/components/Page.tsx'
import { useFormats } from '../../../shared/format/useFormats.ts'
import { useLabels, useT } from '../../../shared/i18n/i18n.ts'
import { KIND_ICONS } from '../../shell/navigation.ts'
import { RecordLink } from '../RecordLink.tsx'
import { useDates } from '../useDates.ts'
import { useTitle } from '../useTitle.ts'
import classes from './Linked.module.css'

/** In the order of what a reader looks for first. */
const ORDER: readonly OpenKind[] = [
  'evidence',
  'incident',
  'act',
  'stay',
  'health',
  'examination',
  'case',
  'proceeding',
  'person',
  'relation',
  'counsel',
  'consent',
  'witness',
  'perpetrator',
  'involvement',
  'intervention',
  'exchange',
  'dossier',
  'facility',
  'place',
  'source',
  'organisation',
  'customField',
  'valueList',
]

const AT_FIRST = 8

export function Linked({ linked }: { linked: readonly LinkedRecord[] }) {
  const t = useT()
  if (linked.length === 0) {
    return (
      <Panel title={t('records.linked')}>
        <p className={classes.nothing}>{t('records.nothingLinked')}</p>
      </Panel>
    )
  }
  return ORDER.map((kind) => {
    const ofKind = linked.filter((each) => each.kind === kind)
    return ofKind.length === 0 ? null : <LinkedKind key={kind} kind={kind} linked={ofKind} />
  })
}

function LinkedKind({ kind, linked }: { kind: OpenKind; linked: readonly LinkedRecord[] }) {
  const t = useT()
  const labels = useLabels()
  const formats = useFormats()
  const [all, setAll] = useState(false)
  const Icon = KIND_ICONS[kind]
  const shown = all ? linked : linked.slice(0, AT_FIRST)
  return (
    <Panel
      title={
        <span className={classes.title}>
          <Icon size={16} strokeWidth={1.8} aria-hidden />
          {labels.kinds[kind].many}
          <span className={classes.count}>{formats.number(linked.length)}</span>
        </span>
      }
    >
      <ul className={classes.list}>
        {shown.map((each) => (
          <LinkedRow key={`${each.id}-${each.via}`} record={each} />
        ))}
      </ul>
      {!all && linked.length > AT_FIRST && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('common.showAll')}
        </Button>
      )}
    </Panel>
  )
}

function LinkedRow({ record }: { record: LinkedRecord }) {
  const { kind, id } = record
  const labels = useLabels()
  const date = useDates()
  const title = useTitle()
  const about = Object.entries(record.values)
    .filter(([field]) => fieldOf(kind, field)?.type === 'enum')
    .flatMap(([field, values]) => values.map((value) => valueLabel(labels, kind, field, value)))
  const when = record.from !== null && !record.title.includes(record.from) ? date(record.from) : ''
  // How it points here is worth a word only where it is not plain from the kind.
  const via = record.via === 'photo' ? fieldLabel(labels, kind, record.via) : ''
  const words = [...about, when, via].filter(Boolean).join(' · ')
  return (
    <li className={classes.row}>
      <RecordLink kind={kind} id={id}>
        {title(kind, record.title)}
      </RecordLink>
      {words && <span className={classes.about}>{words}</span>}
    </li>
  )
}
