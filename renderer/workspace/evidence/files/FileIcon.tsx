/** A sign for the kind of a file, with its word for those who do not see it. */
import {
  File,
  FileArchive,
  FileAudio,
  FileImage,
  FileText,
  FileType,
  FileVideo,
  type LucideIcon,
} from 'lucide-react'
import { useT } from '../../../shared/i18n/i18n.ts'
import classes from './Files.module.css'
import type { FileKind } from './fileKind.ts'

const ICONS: Readonly<Record<FileKind, LucideIcon>> = {
  image: FileImage,
  video: FileVideo,
  audio: FileAudio,
  pdf: FileType,
  text: FileText,
  archive: FileArchive,
  other: File,
}

export function FileIcon({ kind }: { kind: FileKind }) {
  const t = useT()
  const Icon = ICONS[kind]
  return (
    <span className={classes.icon} data-kind={kind}>
      <Icon size={19} strokeWidth={1.6} aria-hidden />
      <span className="visually-hidden">{t(`evidence.kind.${kind}`)}</span>
    </span>
  )
}
