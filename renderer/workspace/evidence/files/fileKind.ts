/** What the program can do with a file, by its type as found in its bytes and, for text only, by its name's ending. */
import type { EvidenceFile } from '../../../../shared/contract/records.ts'

export type FileKind = 'image' | 'video' | 'audio' | 'pdf' | 'text' | 'archive' | 'other'

/** Raster images that Chromium decodes; an SVG can hold scripts and is never shown. */
const IMAGES: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
])
const VIDEOS: ReadonlySet<string> = new Set(['video/mp4', 'video/webm', 'video/ogg'])

/** Plain text has no bytes to be known by. A wrong ending costs nothing: text is shown as text, whatever it says. */
const TEXT_ENDING = /\.(?:txt|log|md|csv|tsv|json|eml|srt|vtt|xml|html?)$/i

export function fileKind({ mime, name }: Pick<EvidenceFile, 'mime' | 'name'>): FileKind {
  if (mime.startsWith('image/')) return 'image'
  if (mime.startsWith('video/')) return 'video'
  if (mime.startsWith('audio/')) return 'audio'
  if (mime === 'application/pdf') return 'pdf'
  if (mime.startsWith('text/')) return 'text'
  if (mime === 'application/zip') return 'archive'
  return TEXT_ENDING.test(name) ? 'text' : 'other'
}

export type ViewKind = 'image' | 'video' | 'audio' | 'text'

/** How the viewer shows it; undefined where a copy has to be saved and opened elsewhere. */
export function viewKind(file: Pick<EvidenceFile, 'mime' | 'name'>): ViewKind | undefined {
  const kind = fileKind(file)
  if (kind === 'image') return IMAGES.has(file.mime) ? 'image' : undefined
  if (kind === 'video') return VIDEOS.has(file.mime) ? 'video' : undefined
  return kind === 'audio' || kind === 'text' ? kind : undefined
}
