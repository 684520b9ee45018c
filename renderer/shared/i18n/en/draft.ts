/** Words of drafts: what was typed when the vault was locked. */
export const draft = {
  editing: 'You were editing: {{title}}',
  new: {
    person: 'You were adding a person',
    witness: 'You were adding a witness',
    case: 'You were adding a case',
    incident: 'You were adding an incident',
    facility: 'You were adding a facility',
    stay: 'You were adding a stay',
    source: 'You were adding a source',
    organisation: 'You were adding an organisation',
    evidence: 'You were adding a piece of evidence',
    dossier: 'You were adding a dossier',
  },
  text: 'Last typed {{ago}}, not saved. It was kept sealed on this computer.',
  goOn: 'Continue',
  discard: 'Discard',
  lost: 'A draft was kept on this computer, but it cannot be read. What was saved in the vault is not affected.',
} as const
