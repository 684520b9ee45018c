/** Makes another record about a person: the form opens with the person already in it. */
import { Button, Menu } from '@mantine/core'
import { Plus } from 'lucide-react'
import type { RecordId } from '../../../shared/ids.ts'
import { useLabels, useT } from '../../shared/i18n/i18n.ts'
import { newAboutPath } from '../records/paths.ts'
import { useGoTo } from '../records/RecordLink.tsx'
import { KIND_ICONS } from '../shell/navigation.ts'

/** Kind and the field that holds the person. */
const ABOUT = [
  ['stay', 'person'],
  ['incident', 'people'],
  ['act', 'victim'],
  ['health', 'person'],
  ['examination', 'person'],
  ['proceeding', 'defendants'],
  ['evidence', 'about'],
  ['witness', 'about'],
  ['relation', 'person'],
  ['counsel', 'person'],
  ['consent', 'subject'],
  ['intervention', 'people'],
  ['exchange', 'person'],
] as const

export function AddAbout({ person }: { person: RecordId }) {
  const t = useT()
  const labels = useLabels()
  const goTo = useGoTo()
  return (
    <Menu position="bottom-end" shadow="md" width="target">
      <Menu.Target>
        <Button variant="default" fullWidth leftSection={<Plus size={16} aria-hidden />}>
          {t('person.addAbout')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {ABOUT.map(([kind, field]) => {
          const Icon = KIND_ICONS[kind]
          return (
            <Menu.Item
              key={kind}
              leftSection={<Icon size={15} aria-hidden />}
              onClick={() => goTo(newAboutPath(kind, field, person))}
            >
              {labels.kinds[kind].one}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
