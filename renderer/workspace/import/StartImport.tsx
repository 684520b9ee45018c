/** Where a table is dropped or chosen. A dropped one travels in pieces; this view never has a path. */
import { Button } from '@mantine/core'
import type { BridgeError, Result } from '../../../shared/contract/define.ts'
import type { ImportPreview } from '../../../shared/contract/imports.ts'
import { call } from '../../shared/bridge/client.ts'
import { useT } from '../../shared/i18n/i18n.ts'
import { FileDrop } from '../evidence/files/FileDrop.tsx'

const PIECE_BYTES = 1 << 20

interface StartImportProps {
  onReading(): void
  onRead(preview: ImportPreview | null): void
  onFailed(error: BridgeError): void
}

export function StartImport({ onReading, onRead, onFailed }: StartImportProps) {
  const t = useT()
  const take = (result: Result<ImportPreview | null>) =>
    result.ok ? onRead(result.value) : onFailed(result.error)
  return (
    <FileDrop
      title={t('imports.drop')}
      hint={t('imports.dropHint')}
      onDrop={async ([file]) => {
        if (!file) return
        onReading()
        take(await send(file))
      }}
      action={
        <Button
          variant="default"
          onClick={async () => {
            onReading()
            take(await call('import.choose'))
          }}
        >
          {t('imports.choose')}
        </Button>
      }
    />
  )
}

async function send(file: File): Promise<Result<ImportPreview>> {
  const begun = await call('import.begin', { size: file.size })
  if (!begun.ok) return begun
  for (let start = 0; start < file.size; start += PIECE_BYTES) {
    let bytes: Uint8Array<ArrayBuffer>
    try {
      bytes = new Uint8Array(await file.slice(start, start + PIECE_BYTES).arrayBuffer())
    } catch {
      return { ok: false, error: { code: 'file_unreadable' } }
    }
    const sent = await call('import.piece', { bytes })
    if (!sent.ok) return sent
  }
  return call('import.read', {})
}
