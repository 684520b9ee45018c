/** What was being typed when the vault was locked, offered once it is open again: go on with it, or let it go. */
import { Button } from '@mantine/core'
import { PenLine } from 'lucide-react'
import { useState } from 'react'
import type { OfferedDraft } from '../../../shared/contract/drafts.ts'
import { useCall, useMutationCall } from '../../shared/bridge/hooks.ts'
import { Note } from '../../shared/components/Note.tsx'
import { useAgo } from '../../shared/format/useFormats.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { draftPath } from '../records/paths.ts'
import { useGoTo } from '../records/RecordLink.tsx'
import { useTitle } from '../records/useTitle.ts'
import shell from '../shell/Shell.module.css'
import classes from './DraftOffers.module.css'

/** A draft that was gone on with and left again is another offer. */
const keyOf = ({ id, at }: OfferedDraft): string => `${id} ${at}`

export function DraftOffers() {
  const t = useT()
  const { data } = useCall('drafts.offered', {}, { staleTime: Number.POSITIVE_INFINITY })
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set())
  const open = (data?.drafts ?? []).filter((each) => !answered.has(keyOf(each)))
  if (open.length === 0 && !data?.lost) return null
  return (
    <div className={shell.notices}>
      {open.map((draft) => (
        <Offer
          key={draft.id}
          draft={draft}
          onAnswered={() => setAnswered(new Set([...answered, keyOf(draft)]))}
        />
      ))}
      {data?.lost && (
        <Note tone="caution" role="status">
          <p>{t('draft.lost')}</p>
        </Note>
      )}
    </div>
  )
}

function Offer({ draft, onAnswered }: { draft: OfferedDraft; onAnswered(): void }) {
  const t = useT()
  const ago = useAgo()
  const titleOf = useTitle()
  const goTo = useGoTo()
  const { mutate: drop } = useMutationCall('drafts.drop')
  const { kind, title } = draft
  return (
    <Note
      tone="info"
      icon={PenLine}
      role="status"
      title={
        title === null
          ? t(`draft.new.${kind}`)
          : t('draft.editing', { title: titleOf(kind, title) })
      }
    >
      <div className={classes.offer}>
        <p>{t('draft.text', { ago: ago(draft.at) })}</p>
        <div className={classes.buttons}>
          <Button
            size="xs"
            onClick={() => {
              onAnswered()
              goTo(draftPath(draft))
            }}
          >
            {t('draft.goOn')}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              onAnswered()
              drop({ id: draft.id })
            }}
          >
            {t('draft.discard')}
          </Button>
        </div>
      </div>
    </Note>
  )
}
