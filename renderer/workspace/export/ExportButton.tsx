/** Opens the dialog that takes what the screen shows out of the vault as a table. */
import { Button } from '@mantine/core'
import { FileDown } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../../shared/i18n/i18n.ts'
import { ExportDialog, type Subject } from './ExportDialog.tsx'

interface ExportButtonProps {
  readonly subject: Subject
  readonly disabled?: boolean
  readonly size?: 'sm' | 'compact-sm'
}

export function ExportButton({ subject, disabled = false, size = 'sm' }: ExportButtonProps) {
  const t = useT()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        variant="default"
        size={size}
        leftSection={<FileDown size={size === 'sm' ? 16 : 14} aria-hidden />}
        disabled={disabled}
        onClick={() => setOpen(true)}
      >
        {t('exports.open')}
      </Button>
      {open && <ExportDialog subject={subject} onClose={() => setOpen(false)} />}
    </>
  )
}
