/** A person's photograph: the first image of the evidence record that the person's record names. */
import { UserRound } from 'lucide-react'
import { useState } from 'react'
import { type ObjectId, RecordId } from '../../../shared/ids.ts'
import { useCall } from '../../shared/bridge/hooks.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import classes from './PersonPhoto.module.css'

export function PersonPhoto({ evidence, name }: { evidence: string; name: string }) {
  const record = RecordId.parse(evidence)
  const { data } = useCall('evidence.files', { record })
  const image = data?.files.find(({ mime }) => mime.startsWith('image/'))
  return (
    <div className={classes.frame}>
      {image ? (
        <Picture record={record} object={image.objectId} name={name} />
      ) : (
        <UserRound size={44} strokeWidth={1.2} className={classes.none} aria-hidden />
      )}
    </div>
  )
}

function Picture({ record, object, name }: { record: RecordId; object: ObjectId; name: string }) {
  const t = useT()
  // The address is good for a short time and for this view only: it is not kept once nobody looks.
  const { data } = useCall(
    'evidence.link',
    { record, objectId: object },
    { gcTime: 0, staleTime: 0 },
  )
  const [broken, setBroken] = useState(false)
  if (!data || broken) {
    return <UserRound size={44} strokeWidth={1.2} className={classes.none} aria-hidden />
  }
  return (
    <img
      className={classes.picture}
      src={data.url}
      alt={t('person.photoOf', { name })}
      draggable={false}
      onError={() => setBroken(true)}
    />
  )
}
