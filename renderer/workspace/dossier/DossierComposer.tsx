/** A new dossier in two steps: who and for whom, then the pages as their reader will see them. */
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import type { Audience } from '../../../shared/dossier/audience.ts'
import type { DossierLanguage } from '../../../shared/dossier/document.ts'
import { RecordId } from '../../../shared/ids.ts'
import { useLanguage } from '../../shared/i18n/i18n.ts'
import { ChoosePeople } from './ChoosePeople.tsx'
import { DossierPreview } from './DossierPreview.tsx'

/** What the choice is made of; `people` keeps the order in which they were put on the list, with their titles (empty: not known yet). */
export interface Choice {
  readonly people: ReadonlyMap<RecordId, string>
  readonly audience: Audience
  readonly language: DossierLanguage
  readonly listNumber: string
  readonly recipient: string
}

/** A link may bring people along: `/dossiers/new?people=[…]`, by id, because no name stands in an address. */
const BroughtPeople = z.object({ people: z.array(RecordId).default([]) })

export function DossierComposer() {
  const brought = BroughtPeople.safeParse(useSearch({ strict: false }))
  const language = useLanguage()
  const [choice, setChoice] = useState<Choice>(() => ({
    people: new Map(brought.data?.people.map((id) => [id, ''])),
    audience: 'mediator',
    language,
    listNumber: '',
    recipient: '',
  }))
  const [shown, setShown] = useState(false)
  if (shown) {
    return (
      <DossierPreview
        choice={choice}
        onBack={() => setShown(false)}
        onAnother={() => {
          setChoice({ ...choice, people: new Map(), listNumber: '', recipient: '' })
          setShown(false)
        }}
      />
    )
  }
  return <ChoosePeople choice={choice} onChange={setChoice} onPreview={() => setShown(true)} />
}
