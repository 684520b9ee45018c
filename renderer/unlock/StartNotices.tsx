/** What the program has to say before anything is typed. */
import { Stack } from '@mantine/core'
import { Note } from '../shared/components/Note.tsx'
import { NOTICE_TONES, type NoticeName, useNoticeWords } from '../shared/components/notices.ts'

export function StartNotices({ notices }: { notices: readonly NoticeName[] }) {
  const words = useNoticeWords()
  if (notices.length === 0) return null
  return (
    <Stack gap="xs" mb="md">
      {notices.map((notice) => (
        <Note key={notice} tone={NOTICE_TONES[notice]}>
          <p>{words(notice)}</p>
        </Note>
      ))}
    </Stack>
  )
}
