/** Invented answers about evidence, dossiers and backups, with jobs that take their time. */
import type { BridgeError } from '../../shared/contract/define.ts'
import type { EvidenceFile } from '../../shared/contract/records.ts'
import type { JobOutcome } from '../../shared/contract/work.ts'
import { ObjectId } from '../../shared/ids.ts'
import type { BridgeDouble, DoubleHandlers } from '../shared/bridge/double.ts'
import { inventedDossier } from './inventedDossier.ts'
import { inventedTable } from './inventedTable.ts'

const HOUR = 3_600_000

const hex = (length: number, seed: number) =>
  Array.from({ length }, (_, index) => ((seed * 7 + index * index * 11) % 16).toString(16)).join('')

const file = (index: number, name: string, mime: string, size: number): EvidenceFile => ({
  objectId: ObjectId.parse(hex(64, index + 1)),
  name,
  mime,
  size,
  sha256: hex(64, index + 40),
  addedAt: Date.now() - index * 31 * HOUR,
  seq: 100 + index,
})

const FILES = [
  file(0, 'дім після обшуку, кухня.jpg', 'image/jpeg', 3_481_220),
  file(
    1,
    'Постанова суду про продовження строку тримання під вартою.pdf',
    'application/pdf',
    812_345,
  ),
  file(2, 'лист.txt', 'application/octet-stream', 4_120),
  file(3, 'засідання.webm', 'video/webm', 1_284_000_000),
]

const LETTER =
  'Вигаданий лист.\n\nСьогодні нас перевели до іншої камери. Холодно, але тримаємося.\n<script>alert(1)</script>\n'

/** A picture drawn here, so that no file is needed. */
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000"><defs><linearGradient id="g" y2="1" x2="0"><stop stop-color="#e8d9b8"/><stop offset="1" stop-color="#7a8f95"/></linearGradient></defs><rect width="1600" height="1000" fill="url(#g)"/><path d="M0 820 320 560l260 180 300-330 340 300 380-260v550H0z" fill="#4c5f63"/><circle cx="1240" cy="240" r="90" fill="#fff3d6"/></svg>`

export function inventedWork(state: string, emit: BridgeDouble['emit']): DoubleHandlers {
  const empty = state === 'empty'
  const added = new Map<string, EvidenceFile[]>()
  const uploads = new Map<string, { record: string; name: string; size: number }>()
  const cancelled = new Set<string>()
  let jobs = 0
  const newJob = () => (++jobs).toString(16).padStart(16, '0')

  const start = (
    unit: 'bytes' | 'items',
    total: number,
    end: () => JobOutcome | BridgeError,
  ): { job: string } => {
    const job = newJob()
    let done = 0
    const timer = setInterval(() => {
      done = Math.min(total, done + total / 20)
      if (cancelled.has(job)) {
        clearInterval(timer)
        emit('job.ended', { job, result: { ok: false, error: { code: 'cancelled' } } })
        return
      }
      emit('job.progress', { job, done: Math.round(done), total, unit })
      if (done < total) return
      clearInterval(timer)
      const outcome = end()
      emit('job.ended', {
        job,
        result: 'code' in outcome ? { ok: false, error: outcome } : { ok: true, outcome },
      })
      emit('records.changed', { ids: [] })
    }, 150)
    return { job }
  }

  return {
    'evidence.files': ({ record }) => ({
      files: [
        ...(empty || state === 'nofiles'
          ? []
          : FILES.slice(0, 1 + (Number.parseInt(record.slice(-1), 16) % 4))),
        ...(added.get(record) ?? []),
      ],
    }),
    'evidence.attachChosen': ({ record }) =>
      start('bytes', 8_000_000, () => {
        const made = file(added.size + 7, 'photo-2024.png', 'image/png', 8_000_000)
        added.set(record, [...(added.get(record) ?? []), made])
        return {
          type: 'attach',
          files: [made],
          failed: [{ name: 'gone.pdf', error: { code: 'file_unreadable' } }],
        }
      }),
    'evidence.uploadBegin': ({ record, name, size }) => {
      const job = newJob()
      uploads.set(job, { record, name, size })
      return { job }
    },
    'evidence.uploadChunk': async () => {
      await new Promise((resolve) => setTimeout(resolve, 250))
      return {}
    },
    'evidence.uploadEnd': ({ job, complete }) => {
      const upload = uploads.get(job)
      uploads.delete(job)
      if (!upload || !complete) return { file: null }
      const made = file(added.size + 20, upload.name, 'application/octet-stream', upload.size)
      added.set(upload.record, [...(added.get(upload.record) ?? []), made])
      emit('records.changed', { ids: [] })
      return { file: made }
    },
    'evidence.exportChosen': () => start('bytes', 3_481_220, () => ({ type: 'export' })),
    'evidence.link': ({ objectId }) => {
      const text = objectId === FILES[2]?.objectId
      const blob = new Blob([text ? LETTER : PICTURE], {
        type: text ? 'text/plain' : 'image/svg+xml',
      })
      return { url: URL.createObjectURL(blob) }
    },
    'dossier.preview': async (request) => {
      await new Promise((resolve) => setTimeout(resolve, 400))
      return inventedDossier(request, state)
    },
    'dossier.issue': ({ people }) =>
      start('items', people.length, () => ({
        type: 'dossier',
        dossier: people[0] ?? ('' as never),
        sha256: hex(64, 99),
      })),
    'export.preview': async ({ subject }) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      return inventedTable(subject, state)
    },
    'export.write': ({ format }) =>
      start('items', 248, () => ({
        ...{ type: 'table', record: hex(32, 7) as never, sha256: hex(64, 98) },
        ...{ name: `person.${format}`, rows: 248 },
      })),
    'backup.list': () => ({
      backups: empty
        ? []
        : [50, 242, 700, 1900].map((hours, index) => ({
            seq: 10_000 - index * 100,
            at: Date.now() - (state === 'oldbackup' ? 40 * 24 : 0) * HOUR - hours * HOUR,
            snapshot: hex(16, index + 3),
            objects: 412 - index * 30,
            bytes: 2_411_724_800 - index * 180_000_000,
          })),
    }),
    'backup.make': () =>
      start('bytes', 2_411_724_800, () => ({
        type: 'backup',
        report: {
          snapshot: hex(16, 5),
          ...{ copiedObjects: 12, copiedBytes: 48_200_000 },
          ...(state === 'lostfiles'
            ? { goneObjects: 3, keptObjects: 2 }
            : { goneObjects: 0, keptObjects: 0 }),
        },
      })),
    'backup.verify': ({ full }) =>
      start('bytes', full ? 2_411_724_800 : 40_000_000, () => ({
        type: 'verify',
        report: {
          ok: !full,
          entries: 10_482,
          objects: 412,
          bytes: 2_411_724_800,
          damaged: full
            ? [
                { what: 'object', id: hex(64, 8), why: 'object_damaged' },
                { what: 'object', id: hex(64, 9), why: 'object_missing' },
                { what: 'entry', id: '8210', why: 'ledger_damaged' },
              ]
            : [],
        },
      })),
    'backup.restore': () =>
      start('bytes', 2_411_724_800, () => ({
        type: 'restore',
        name: 'Qırım arhivi (2).emanet',
        files: 412,
        damaged: state === 'damaged' ? ['5f1c'.repeat(16), 'a07e'.repeat(16)] : [],
        beside: 'same',
      })),
    'backup.keepCertificate': () => ({ kept: true }),
    'job.cancel': ({ job }) => {
      cancelled.add(job)
      return {}
    },
  }
}
