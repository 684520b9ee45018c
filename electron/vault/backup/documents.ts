/**
 * What travels in every backup so that it can be read without this program: the description of the format, and a
 * second reader that was written from it. Name in the backup → place beside the program.
 */
export const BACKUP_DOCUMENTS = {
  'FORMAT.md': 'docs/format.md',
  'recover.py': 'resources/recover/recover.py',
} as const
