/** `?` anywhere outside a field: which keys there are. */
import { useState } from 'react'
import { Dialog } from '../../shared/components/Dialog.tsx'
import { useT } from '../../shared/i18n/i18n.ts'
import { usePageKeys } from '../records/usePageKeys.ts'
import { Shortcuts } from '../settings/Shortcuts.tsx'

export function CheatSheet() {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  usePageKeys({ '?': () => setOpen(true) })
  if (!isOpen) return null
  return (
    <Dialog title={t('settings.keys')} onClose={() => setOpen(false)}>
      <Shortcuts />
    </Dialog>
  )
}
