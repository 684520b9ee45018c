/** Words of the notices: what a person should hear about a vault that was opened, or about the machine. */
export const notice = {
  headerCopyUsed:
    'The beginning of this vault was damaged; its copy was used. Make a backup on another disk today.',
  headerCopyOlder:
    'The copy of the vault’s beginning that was used is older than the vault itself: a later change of the keys may be missing. Look at the list of keys, and make a backup on another disk today.',
  headerCopyRepaired:
    'The second copy of the vault’s beginning was missing, damaged or old, and was written anew.',
  headerTampered:
    'Something other than this program changed one of the two copies of the vault’s beginning. The other one, which is genuine, was used. Somebody may have had this disk in their hands.',
  newDevice: 'This computer opens this vault for the first time. The ledger says so from now on.',
  passphraseChangeFinished:
    'A change of passphrase had been cut off. It is finished now: only the new passphrase opens this vault.',
  passphraseChangeUnfinished:
    'A change of passphrase was cut off: the old passphrase and the new one both open this vault. Change it again, or remove one of them in the list of keys.',
  olderFormat:
    'This vault was written by an older version of the program and is open for reading only. To convert it to the present format, lock it and choose “New keys…”.',
  rolledBack:
    'This is an older state of the vault than this computer has seen before. Somebody may have put an old copy in its place, or a backup was restored.',
  openedReadOnly:
    'This vault is open for reading only: nothing can be changed, and nothing is written to it.',
  headDamaged:
    'The note of where the ledger ends is damaged, so it cannot be said whether entries are missing at its end.',
  keysDamaged: 'The keys of some records are damaged; those records cannot be read here.',
  entriesDamaged:
    'Old entries of this vault are damaged: some records may not open, and what is shown may be incomplete. Nothing was changed. Do not write over your backups; check the newest one under Backups and restore it beside this vault.',
  entriesUnread:
    'This version of the program cannot read some changes in this vault: what is shown may be incomplete, and no dossier can be issued. They are kept as they are. A newer version may have made them: update Emanet and open the vault again.',
  indexBehind:
    'What was saved last is in the vault, but this session cannot show all of it: lists, the search and figures may be incomplete, and nothing can be issued or exported as a table. Lock the vault and open it again.',
  outOfDateRuntime:
    'This program runs on a version of its engine that no longer gets security fixes. Update Emanet when you can.',
  coreDumpsOn:
    'If this program crashes, the system may write its memory to the disk. Install the package util-linux, or start the program with `ulimit -c 0`.',
  wasmCrypto:
    'The fast encryption could not be loaded; a slower one with the same results is used.',
} as const
