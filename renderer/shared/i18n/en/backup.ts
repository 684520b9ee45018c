/** Words of the backup screen. */
export const backup = {
  title: 'Backups',
  subtitle:
    'A backup is encrypted like the vault itself. It can lie on any stick, and opens with the passphrase of its day.',
  neverTitle: 'There is no backup yet',
  neverText:
    'If this disk fails or is taken, everything in this vault is lost. A first backup takes a few minutes.',
  lastTitle: 'Last backup {{ago}}',
  lastAt: 'Made on {{moment}}.',
  newer_one: '{{count}} ledger entry is newer than it.',
  newer_other: '{{count}} ledger entries are newer than it.',
  newerNone: 'Nothing was written to the vault since.',
  stale: 'What was recorded since would be lost with this disk.',
  make: 'Make a backup…',
  makeHint:
    'Choose a folder on another disk or a stick. Only what is new is copied, and the old snapshots stay.',
  makeJob: 'Making a backup',
  made: 'The backup is made',
  madeText_one: '{{count}} evidence file was new and is copied, {{bytes}}.',
  madeText_other: '{{count}} evidence files were new and are copied, {{bytes}}.',
  madeNothing: 'No evidence file was new; the records are copied.',
  madeAway: 'Keep it outside this building.',
  gone_one: '{{count}} evidence file is no longer in this vault',
  gone_other: '{{count}} evidence files are no longer in this vault',
  goneAllKept: 'Copies from before are in this backup: a restore brings back what is missing.',
  goneKept_one:
    'This backup has {{count}} of them from before, and a restore brings it back. The others are not in it.',
  goneKept_other:
    'This backup has {{count}} of them from before, and a restore brings them back. The others are not in it.',
  goneNone:
    'What is missing is not in this backup either: look in older backups on other disks, and destroy none of those.',
  goneText:
    'The records are there, but the files themselves are missing on the disk. “Check this vault” names them.',
  snapshotIs: 'Snapshot',
  verify: 'Check that it is intact',
  verifyHint: 'A backup is worth what its last check was worth.',
  thoroughness: 'How thoroughly',
  quick: 'Quick',
  full: 'Full',
  quickHint:
    'Checks the chain of the ledger, and that every file is there with its right size. Some seconds.',
  fullHint: 'Also reads every byte of every file. Takes as long as copying them would.',
  verifyVault: 'Check this vault',
  verifyStart: 'Check a backup…',
  verifyVaultJob: 'Checking this vault',
  verifyBackupJob: 'Checking a backup',
  verifyOk: 'Everything that was checked is intact',
  verifyOkText: '{{entries}} and {{files}}, {{bytes}}.',
  checkedQuick: 'The contents of the files were not read: that is the full check.',
  checkedFull: 'Every byte was read.',
  verifyBad_one: '{{count}} part is damaged',
  verifyBad_other: '{{count}} parts are damaged',
  verifyBadVault:
    'Nothing was changed by the check. Restore the newest intact backup into a new folder before you go on working.',
  verifyBadBackup: 'Your open vault is not touched by it. Make a new backup on another disk.',
  damagedTable: 'Damaged parts',
  showAllDamaged: 'Show all {{count}}',
  column: {
    what: 'Part',
    why: 'What is wrong',
    when: 'Made',
    snapshot: 'Snapshot',
    files: 'New files',
    size: 'New data',
  },
  part: {
    header: 'Beginning of the vault',
    entry: 'Ledger entry {{id}}',
    head: 'End of the ledger',
    keys: 'Keys of records',
    record: 'Record',
    keysOf: 'Keys of records, part {{id}}',
    object: 'Evidence file',
    snapshot: 'Snapshot',
  },
  restore: 'Restore into a new folder',
  restoreHint:
    'The open vault stays as it is. Do it now and then, only to see that it works: choose the backup, then a place for the restored vault.',
  restoreStart: 'Restore a backup…',
  restoreJob: 'Restoring a backup',
  restored: 'Restored as “{{name}}”',
  restoredText:
    'Lock this vault and open that one to look into it. It has the passphrase of the day of the backup.',
  restoredBeside: {
    same: 'Up to its last entry it is what the open vault has.',
    different:
      'It is NOT what the open vault has: the two have gone different ways. Keep both, and find out which one is right.',
    another: 'It is a backup of another vault than the one that is open.',
  },
  certificate: 'Save a certificate…',
  certificateKept:
    'Saved. It says when this was and what was checked, and nothing from inside the vault.',
  restoredPart_one: '{{count}} evidence file could not be restored',
  restoredPart_other: '{{count}} evidence files could not be restored',
  restoredPartText:
    'The damage is in this backup; everything else is there, and so are the records of what is missing. The open vault or another backup may still have it: keep both.',
  choosing: 'Waiting for the folder…',
  cancelled: 'Cancelled. Nothing was left half done.',
  list: 'Backups made from this vault',
  listHint: 'As written in the ledger. Whether a stick still holds them, only a check can tell.',
  listEmpty: 'None yet. Each one you make is written down here.',
} as const
