/** Re-keying: everything written anew under new keys. */
export const rekey = {
  link: 'New keys…',
  title: 'Write everything under new keys',
  text: 'Everything in “{{name}}” is written anew, so that nothing that opens it now opens the new vault. For when somebody may have had a key: a passphrase that was given away, a laptop that was taken.',
  keeps:
    'The old vault is not touched until the new one is proven equal to it. Then it is moved aside, into a folder beside the new one, and still opens with the old passphrase: delete it, and old backups, when the new vault is safe.',
  loses:
    'Further passphrases, key files and share cards open only the old vault; make them anew afterwards. A vault in custodian mode is re-keyed on the command line.',
  time: 'Everything is read, written and then compared, so it takes longer than a full backup and needs as much free space as the vault. If it is cut off, do the same again: it goes on from there.',
  next: 'New passphrase',
  same: 'Choose another than the one that opens it now.',
  submit: 'Write it anew',
  working: 'Writing and checking. The old vault stays as it is.',
  cutOff: 'A re-keying of this vault was begun and is not finished',
  cutOffText:
    'Nothing is lost: the vault opens as before. The re-keying goes on where it stopped, or can be given up.',
  goOn: 'Go on with it…',
  cutOffSame:
    'It goes on where it stopped with the same new passphrase as then. With another one it begins anew.',
  nextSame: 'The new passphrase, as it was chosen then',
  goOnNow: 'Go on',
  discard: 'Give it up…',
  discardText:
    'What was written so far of the new vault is deleted. The vault itself, its passphrases and its backups stay as they are.',
  discardNow: 'Delete what was written',
  codeText:
    'The vault is written anew and open. Its recovery code is new too; it is shown this one time only. The old vault is now in the folder “{{before}}” beside it.',
  lost: 'To be made anew',
  lostText: 'What opened the old vault and does not open this one: {{what}}.',
  passphrases_one: '{{count}} further passphrase',
  passphrases_other: '{{count}} further passphrases',
  keyFiles_one: '{{count}} key file',
  keyFiles_other: '{{count}} key files',
  shares_one: '{{count}} set of share cards',
  shares_other: '{{count}} sets of share cards',
} as const
