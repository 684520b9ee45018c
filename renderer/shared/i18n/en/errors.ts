/** English words for every failure. */
import type { ErrorTexts } from '../errorWords.ts'

export const errorsEn: ErrorTexts = {
  wrong_passphrase: {
    what: 'This passphrase does not open the vault.',
    safe: 'The vault is intact. It is the passphrase that does not match, not the files.',
    next: 'Check the keyboard layout and Caps Lock, show what you typed, and try again.',
  },
  not_a_vault: {
    what: 'This folder is not a vault.',
    safe: 'Nothing in it was changed.',
    next: 'Choose the folder whose name ends in .emanet.',
  },
  header_damaged: {
    what: 'The beginning of the vault is damaged, and so is its copy.',
    safe: 'Your passphrase was not tried. Records and evidence lie in other parts of the vault.',
    next: 'Do not write to this disk. Restore the newest backup.',
  },
  header_tampered: {
    what: 'The beginning of the vault was changed by something other than this program.',
    safe: 'The vault was not opened, so nothing was revealed.',
    next: 'Keep this copy as it is for examination and restore a backup elsewhere.',
  },
  newer_format: {
    what: 'This was written by a newer version of the program.',
    safe: 'It was not touched.',
    next: 'Open it with a newer version of Emanet.',
  },
  vault_in_use: {
    what: 'This vault is open elsewhere.',
    safe: 'It was not touched: only one program may write at a time.',
    next: 'Close it there, then try again.',
  },
  vault_exists: {
    what: 'There is already something in this place.',
    safe: 'What is there was not changed.',
    next: 'Choose another name or another folder.',
  },
  kdf_out_of_range: {
    what: 'The key settings written here lie outside the safe range.',
    safe: 'Your passphrase was not used.',
    next: 'The vault or the key file may have been tampered with. Use a copy or a backup that you trust.',
  },
  passphrase_too_weak: {
    what: 'This passphrase could be guessed.',
    safe: 'Nothing was changed.',
    next: 'Make it longer: five random words are easy to remember and hard to guess.',
  },
  try_later: {
    what: 'There were several wrong passphrases in a row.',
    safe: 'The vault is intact, and this passphrase was not tried.',
    next: 'Wait a moment, half a minute at most, and try again.',
  },
  ledger_damaged: {
    what: 'A part of the vault’s record can no longer be read.',
    safe: 'Damage does not spread: the entries around it are separate and checked one by one.',
    next: 'Verify your newest backup and restore it into a new folder.',
  },
  ledger_missing_entry: {
    what: 'An entry is missing from the vault’s record.',
    safe: 'The loss was noticed before anything was shown.',
    next: 'Restore the newest backup and keep this copy for examination.',
  },
  ledger_reordered: {
    what: 'Entries of the vault’s record are not in their order.',
    safe: 'The change was noticed before anything was shown.',
    next: 'Keep this copy for examination and restore a backup.',
  },
  ledger_truncated: {
    what: 'The end of the vault’s record is cut off.',
    safe: 'Everything before the cut is still sealed and signed.',
    next: 'Restore the newest backup into a new folder.',
  },
  ledger_signature_invalid: {
    what: 'An entry was not signed by any device this vault knows.',
    safe: 'The entry was not accepted.',
    next: 'Keep this copy for examination and restore a backup.',
  },
  keys_damaged: {
    what: 'The keys of some records are damaged.',
    safe: 'Other records have keys of their own and are not touched.',
    next: 'Restore the newest backup into a new folder.',
  },
  key_file_damaged: {
    what: 'This key file is damaged.',
    safe: 'The vault is intact; nothing was changed.',
    next: 'Choose another copy of the key file, or open the vault with a passphrase or the recovery code.',
  },
  wrong_key_file: {
    what: 'This key file does not open this vault.',
    safe: 'The vault and the key file are both intact.',
    next: 'Choose the key file that was added to this vault; it may also have been removed from it.',
  },
  public_key_damaged: {
    what: 'This is not a whole public key.',
    safe: 'Nothing was changed.',
    next: 'Copy it again, from “emanet-key1” to its end, without leaving anything out.',
  },
  wrong_key_file_passphrase: {
    what: 'This passphrase does not open the key file.',
    safe: 'The vault and the key file are both intact.',
    next: 'A key file has a passphrase of its own, not that of the vault. Check Caps Lock and the keyboard layout, and try again.',
  },
  not_a_key_file: {
    what: 'This file is not a key file.',
    safe: 'Nothing was changed.',
    next: 'Choose a file whose name ends in “.emanet-key”.',
  },
  object_damaged: {
    what: 'This evidence file is damaged on the disk.',
    safe: 'The damaged bytes were not shown. Its record and its SHA-256 are intact.',
    next: 'Restore it from a backup.',
  },
  object_missing: {
    what: 'This evidence file is not on the disk.',
    safe: 'Its record and its SHA-256 are intact.',
    next: 'Restore it from a backup.',
  },
  object_truncated: {
    what: 'The end of this evidence file is missing.',
    safe: 'The loss was noticed; nothing incomplete was passed off as the original.',
    next: 'Restore it from a backup.',
  },
  file_changed_while_read: {
    what: 'The file was changed by another program while it was being read.',
    safe: 'Nothing was added to the vault, so no half-changed file can pass as evidence.',
    next: 'Close the other program and add the file again.',
  },
  file_unreadable: {
    what: 'The file could not be read.',
    safe: 'Nothing was added to the vault.',
    next: 'Check that the file still exists and that you may open it.',
  },
  bad_file_name: {
    what: 'The file’s name cannot be kept.',
    safe: 'Nothing was added to the vault.',
    next: 'Give the file a plain name and add it again.',
  },
  too_large: {
    what: 'This is larger than the vault can take.',
    safe: 'Nothing was changed.',
    next: 'Divide it into smaller parts.',
  },
  read_only: {
    what: 'This folder cannot be written to.',
    safe: 'Nothing was changed.',
    next: 'Check the write protection of the disk or choose another folder.',
  },
  disk_full: {
    what: 'The disk is full.',
    safe: 'Everything saved before is intact. This last change was not saved.',
    next: 'Free some space and try again; what you typed is still here.',
  },
  io_failed: {
    what: 'The disk did not answer.',
    safe: 'Everything saved before is intact.',
    next: 'Check that the disk or stick is connected, then try again.',
  },
  cancelled: {
    what: 'Cancelled.',
    safe: 'Nothing was left half done.',
    next: 'You can start again at any time.',
  },
  out_of_memory: {
    what: 'This machine has too little free memory for that.',
    safe: 'Nothing was changed.',
    next: 'Close other programs and try again.',
  },
  file_exists: {
    what: 'There is already a file of that name.',
    safe: 'It was not written over.',
    next: 'Choose another name or another folder.',
  },
  busy: {
    what: 'A list is being written into the vault.',
    safe: 'Nothing of this was saved, and what you typed is still here.',
    next: 'Wait until it is done, or cancel it, and try again.',
  },
  not_found: {
    what: 'This record does not exist.',
    safe: 'Nothing was changed.',
    next: 'Go back to the list.',
  },
  erased: {
    what: 'This record was erased.',
    safe: 'Its key was destroyed; that it existed stays in the history.',
    next: 'Go back to the list.',
  },
  invalid_record: {
    what: 'Something in this record is not in order.',
    safe: 'Nothing was saved; what you typed is still here.',
    next: 'Look at the marked fields.',
  },
  conflict: {
    what: 'This record was changed elsewhere while you were editing it.',
    safe: 'Nothing was overwritten; what you typed is still here.',
    next: 'Look at the new version, then save again.',
  },
  custodian_closed: {
    what: 'The compartment with the witnesses’ identities is closed: it opens only with its keepers’ shares or a second passphrase.',
    safe: 'Nothing was changed and no identity was read.',
    next: 'Open the compartment, giving the reason, then try again.',
  },
  import_unreadable: {
    what: 'This file could not be read as a table.',
    safe: 'Nothing was imported.',
    next: 'Save it as CSV or XLSX and try again.',
  },
  import_no_columns: {
    what: 'No column of this table has a name the program knows.',
    safe: 'Nothing was imported.',
    next: 'Name the columns in the first row.',
  },
  import_encoding_unknown: {
    what: 'The letters of this file could not be read: its encoding is none that the program knows.',
    safe: 'Nothing was imported, so nothing was stored as nonsense.',
    next: 'Save it as “CSV UTF-8” or as XLSX and try again.',
  },
  import_encrypted: {
    what: 'This workbook is protected by a password.',
    safe: 'Nothing was imported.',
    next: 'Open it in your spreadsheet program, take the password off, save a copy and import that. Delete the copy afterwards.',
  },
  import_damaged: {
    what: 'This workbook is damaged.',
    safe: 'Nothing was imported, not even the rows that could be read.',
    next: 'Open it in your spreadsheet program, let it repair the file, save it anew and try again.',
  },
  dossier_refused: {
    what: 'This dossier may not be issued as it is.',
    safe: 'No file was written.',
    next: 'See beside the preview what is missing.',
  },
  dossier_leak: {
    what: 'The name of a protected person stands in the text.',
    safe: 'No file was written, so nothing left the vault.',
    next: 'Remove it from the marked field and look at the preview again.',
  },
  table_refused: {
    what: 'This table cannot be exported as it is.',
    safe: 'No file was written.',
    next: 'Its readers may have nothing of it or may not know why anybody is in it, or part of the vault could not be read. See beside the preview which.',
  },
  table_leak: {
    what: 'Something protected stands in this table: a name, a code name or an address.',
    safe: 'No file was written, so nothing left the vault.',
    next: 'See below the preview in which record and under which heading, remove it there and look at the preview again.',
  },
  not_a_backup: {
    what: 'This folder is not a backup.',
    safe: 'Nothing was changed.',
    next: 'Choose the folder you chose when the backup was made.',
  },
  backup_damaged: {
    what: 'This backup is damaged.',
    safe: 'Your vault is not touched by that.',
    next: 'Make a new backup on another disk, and keep this one for salvage.',
  },
  backup_of_other_vault: {
    what: 'This folder holds the backup of another vault.',
    safe: 'Neither was changed.',
    next: 'Choose another folder for this vault’s backup.',
  },
  target_not_empty: {
    what: 'The folder chosen is not empty.',
    safe: 'Nothing in it was overwritten.',
    next: 'Choose an empty folder.',
  },
  card_damaged: {
    what: 'This card cannot be read: a word is wrong, missing or in another place.',
    safe: 'Nothing was changed, and the other cards are not touched by it.',
    next: 'Compare each word with the card, or scan its square code instead.',
  },
  card_of_other_vault: {
    what: 'This card belongs to another vault.',
    safe: 'Nothing was changed.',
    next: 'Compare the fingerprint on the card with the one of this vault.',
  },
  card_of_other_set: {
    what: 'This card belongs to another set of cards.',
    safe: 'Nothing was changed.',
    next: 'Use cards that were made on the same day; an older set may have been replaced.',
  },
  card_not_genuine: {
    what: 'This card reads well, but it is not the one that was handed out.',
    safe: 'Nothing was changed, and nothing was opened with it.',
    next: 'Keep it for examination, ask its holder where it came from, and use another card.',
  },
  card_repeated: {
    what: 'The same card was given twice.',
    safe: 'Nothing was changed.',
    next: 'Give a card with another number.',
  },
  cards_too_few: {
    what: 'There are not enough cards yet.',
    safe: 'Fewer cards than needed reveal nothing.',
    next: 'Each card says how many are needed: add the others.',
  },
  bad_input: {
    what: 'The program refused a value from this window.',
    safe: 'Nothing was changed.',
    next: 'Check what you typed. If it happens again, it is a mistake of the program.',
  },
  bad_output: {
    what: 'The program held back an answer that was not in order.',
    safe: 'Nothing was changed.',
    next: 'This is a mistake of the program. Lock the vault and open it again.',
  },
  wrong_lock_state: {
    what: 'That is not possible while the vault is in this state.',
    safe: 'Nothing was changed.',
    next: 'Unlock the vault and try again.',
  },
  forbidden_frame: {
    what: 'This window may not do that.',
    safe: 'Nothing was changed.',
    next: 'Lock the vault and open it again.',
  },
  unknown_call: {
    what: 'This window asked for something the program does not know.',
    safe: 'Nothing was changed.',
    next: 'This is a mistake of the program. Lock the vault and open it again.',
  },
  usage: {
    what: 'The command was not understood.',
    safe: 'Nothing was changed.',
    next: 'Look at the list of commands.',
  },
  internal: {
    what: 'The program made a mistake.',
    safe: 'Everything saved before is intact.',
    next: 'Lock the vault and open it again. What was saved will be there.',
  },
}
