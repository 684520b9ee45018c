/**
 * The command line over the same core that the program uses (docs/cli.md). It imports no Electron, opens no
 * window and no connection. Passphrases come from a file or standard input, never from the arguments.
 */

import process from 'node:process'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { CODE_LANGUAGES } from '../../shared/contract/keys.ts'
import { ERROR_EXIT_CODES, VaultError } from '../../shared/errors.ts'
import { forbidCoreDumps } from '../vault/machine/coreDumps.ts'
import { backup, FoundDamage, restore, salvageAll, verify } from './commands/backupCommands.ts'
import {
  custodyStatus,
  disableCustody,
  enableCustody,
  revealIdentity,
} from './commands/custodyCommands.ts'
import { dossier } from './commands/dossierCommands.ts'
import { attach } from './commands/evidenceCommands.ts'
import { exportFile } from './commands/exportCommands.ts'
import { importFile, undoImport } from './commands/importCommands.ts'
import { newKeyFile, showPublicKey } from './commands/keyFileCommands.ts'
import { matchNames, rankNames } from './commands/nameCommands.ts'
import { history, list, search } from './commands/recordCommands.ts'
import { rekey } from './commands/rekeyCommand.ts'
import { checkShare, makeShares, showShares } from './commands/shareCommands.ts'
import {
  addKeySlot,
  addPassphraseSlot,
  listSlots,
  removeSlot,
  renameSlot,
} from './commands/slotCommands.ts'
import { create, info } from './commands/vaultCommands.ts'
import type { Context } from './openWorkspace.ts'
import { createOutput, noticeLostOutput, printFailure } from './output.ts'

// Before anything is read or written: files for this user alone, and no memory on the disk after a crash.
process.umask(0o077)
noticeLostOutput()
if (!forbidCoreDumps()) createOutput(false).say('notice: core dumps could not be turned off')
const cancel = new AbortController()
process.once('SIGINT', () => cancel.abort())

/** What stands behind `--` is no option. */
const isJson = (): boolean => {
  const end = process.argv.indexOf('--')
  return process.argv.slice(0, end < 0 ? undefined : end).includes('--json')
}

const program = new Command('emanet')
  .description('An offline, encrypted vault for people who document political prisoners.')
  .option('--json', 'JSON on standard output and nothing else')
  .exitOverride()
  // Help that was asked for is words as well.
  .configureOutput({ writeOut: (text) => (isJson() ? process.stderr : process.stdout).write(text) })

const vaultCommand = (name: string, description: string, parent: Command = program) =>
  parent
    .command(name)
    .description(description)
    .requiredOption('--vault <dir>', 'the vault folder', named)
    .option('--passphrase-file <file>', 'where the passphrase is; otherwise standard input')
    .option('--shares-file <file>', 'share cards instead of a passphrase, one a line')
    .option('--key-file <file>', 'a key file; the passphrase is that of the file')
    .option('--json', 'JSON on standard output and nothing else')

/** What opens the witness compartment in custodian mode, for the length of the command. */
const withCustody = (command: Command) =>
  command
    .option('--custody-passphrase-file <file>', 'a second passphrase of the witness compartment')
    .option('--custody-shares-file <file>', 'cards of its custodians, one a line')
    .option('--reason <text>', 'why it is opened; goes into the ledger')

/** A variable of a script that is not set must not become the folder one stands in. */
function named(path: string): string {
  if (path === '') throw new InvalidArgumentError('It is empty.')
  return path
}

const kdf = () =>
  new Option('--kdf <level>', 'cost of trying a passphrase')
    .choices(['moderate', 'sensitive'])
    .default('moderate')

const collect = (value: string, before: readonly string[]) => [...before, value]
const secondPassphrases = (command: Command) =>
  command.option(
    '--second-passphrase-file <file>',
    'opens the compartment from then on; up to four times',
    collect,
    [] as readonly string[],
  )

const context = (): Context => ({ output: createOutput(isJson()), signal: cancel.signal })

vaultCommand('create', 'make a vault')
  .addOption(kdf())
  .action((options) => create(options, context()))
vaultCommand('info', 'what the vault shows; more with its passphrase').action((options) =>
  info(options, context()),
)
vaultCommand('import', 'import a list of people')
  .argument('<file>')
  .option('--map <file>', "JSON: the file's column names → the import's")
  .option('--sheet <number>', 'of a workbook', '1')
  .option('--dates <order>', 'of 03/04/2019, where the column does not show it: dmy or mdy')
  .option('--source <title>', 'where rows come from that name no source')
  .option(
    '--duplicates <how>',
    'rows that are the same person as somebody: new, add or skip',
    'new',
  )
  .action((file, options) => importFile(file, options, context()))
vaultCommand('import-undo', 'take an import back')
  .argument('<import>', 'its number, as import printed it')
  .action((number, options) => undoImport(number, options, context()))
vaultCommand('list', 'a line per record of a kind')
  .argument('<kind>')
  .action((kind, options) => list(kind, options, context()))
vaultCommand('search', 'names in any script, and words; best first')
  .argument('<query>')
  .option('--limit <n>', 'at most so many', '30')
  .option('--exact', 'words as typed: no other script, no likeness')
  .action((query, options) => search(query, options, context()))
vaultCommand('history', 'a line per entry that touched a record')
  .argument('<record>')
  .action((record, options) => history(record, options, context()))
vaultCommand('attach', 'put files under an evidence record')
  .argument('<files...>')
  .requiredOption('--to <record>')
  .action((files, options) => attach(files, options, context()))
withCustody(vaultCommand('export', 'write a file or a list out, no longer encrypted'))
  .option('--object <id>', 'a file')
  .option('--list <kind>', 'a table of the records of a kind')
  .option('--figures', 'the figures, groups under five hidden')
  .option('--query <text>', 'only what is found so', '')
  .option(
    '--filter <field=value>',
    'only what has it; several times',
    collect,
    [] as readonly string[],
  )
  .option('--columns <which>', 'those of the list, or all: listed or all', 'listed')
  .option('--format <format>', 'csv or xlsx; otherwise as the file is called')
  .option('--delimiter <sign>', 'of csv: comma, semicolon or tab')
  .option('--audience <name>', 'who reads it', 'team')
  .option('--lang <language>', 'of headings and values', 'en')
  .requiredOption('--out <file>', 'the file it goes to', named)
  .action((options) => exportFile(options, context()))
withCustody(vaultCommand('dossier', 'issue a dossier as PDF'))
  .requiredOption('--audience <name>')
  .requiredOption('--people <ids>', 'separated by commas')
  .requiredOption('--lang <language>')
  .requiredOption('--out <dir>', 'the folder it goes to', named)
  .option('--recipient <text>', 'who receives it', '')
  .option('--list-number <text>', 'number of the list', '')
  .action((options) => dossier(options, context()))
vaultCommand('backup', 'back the vault up; needs no passphrase')
  .requiredOption('--to <dir>', 'the folder it goes to', named)
  .action((options) => backup(options, context()))
vaultCommand('salvage', 'write out everything that still opens of a damaged vault or backup')
  .requiredOption('--out <dir>', 'a new folder; what is in it is no longer encrypted', named)
  .action((options) => salvageAll(options, context()))
const custody = program.command('custody').description('who can open the identities of witnesses')
vaultCommand('status', 'which mode, and what opens the compartment', custody).action((options) =>
  custodyStatus(options, context()),
)
secondPassphrases(withCustody(vaultCommand('enable', 'turn custodian mode on', custody)))
  .addOption(kdf())
  .action((options) => enableCustody(options, context()))
withCustody(vaultCommand('disable', 'turn custodian mode off', custody)).action((options) =>
  disableCustody(options, context()),
)
withCustody(vaultCommand('reveal', 'print who a witness is, no longer encrypted', custody))
  .requiredOption('--witness <record>')
  .action((options) => revealIdentity(options, context()))
const shares = program.command('shares').description('cards of which some together open the vault')
withCustody(vaultCommand('make', 'make a set of cards, a PDF each', shares))
  .requiredOption('--k <number>', 'so many cards together open it')
  .requiredOption('--n <number>', 'so many cards are made')
  .addOption(
    new Option('--for <purpose>', 'what the cards open')
      .choices(['vault', 'custodians'])
      .default('vault'),
  )
  .option('--holders <file>', 'a name per line; after a tab, the language of the card')
  .option('--lang <language>', 'of cards whose holder has none', 'en')
  .requiredOption('--out <dir>', 'an empty folder for the cards', named)
  .action((options) => makeShares(options, context()))
vaultCommand('check', 'whether the card on standard input is readable and right', shares).action(
  (options) => checkShare(options, context()),
)
vaultCommand('status', 'a line per set: who holds what, and what is overdue', shares).action(
  (options) => showShares(options, context()),
)
const slots = program.command('slots').description('what opens a vault')
const labelled = (command: Command) =>
  command.option('--label <text>', 'its name, shown only inside the open vault', '')
vaultCommand('list', 'a line per slot in use', slots).action((options) =>
  listSlots(options, context()),
)
labelled(vaultCommand('add-passphrase', 'a further passphrase', slots))
  .requiredOption('--new-passphrase-file <file>')
  .addOption(kdf())
  .action((options) => addPassphraseSlot(options, context()))
labelled(vaultCommand('add-key', 'a key file, by its public key', slots))
  .argument('<public-key>', 'the text, or a file with it')
  .action((key, options) => addKeySlot(key, options, context()))
vaultCommand('rename', 'another name', slots)
  .requiredOption('--slot <number>')
  .requiredOption('--label <text>')
  .action((options) => renameSlot(options, context()))
vaultCommand('remove', 'opens the vault no longer', slots)
  .requiredOption('--slot <number>')
  .action((options) => removeSlot(options, context()))
const keyFiles = program.command('keyfile').description('a file that opens vaults; needs no vault')
keyFiles
  .command('create')
  .description('make a key file and print its public key')
  .requiredOption('--out <file>', 'a new file, on a stick or another machine', named)
  .option('--passphrase-file <file>', 'passphrase of the key file; otherwise standard input')
  .addOption(kdf())
  .option('--json')
  .action((options) => newKeyFile(options, context()))
keyFiles
  .command('public')
  .description('print the public key of a key file')
  .argument('<file>')
  .option('--passphrase-file <file>', 'passphrase of the key file; otherwise standard input')
  .option('--json')
  .action((file, options) => showPublicKey(file, options, context()))
secondPassphrases(withCustody(vaultCommand('rekey', 'write everything under a new root key')))
  .option('--new-passphrase-file <file>', 'opens the new vault')
  .addOption(kdf())
  .addOption(
    new Option('--recovery-language <language>', 'of the new recovery code')
      .choices([...CODE_LANGUAGES])
      .default('en'),
  )
  .option(
    '--new-key <public-key>',
    'a key file’s public key, or a file with it; opens the new vault too',
    collect,
    [] as readonly string[],
  )
  .option('--discard', 'take away what a run left that was cut off')
  .option('--delete-old', 'delete the old vault in the end')
  .action((options) => rekey(options, context()))
program
  .command('verify')
  .description('check a vault or a backup')
  .argument('<dir>')
  .option('--full', 'read every evidence file too')
  .option('--passphrase-file <file>')
  .option('--shares-file <file>')
  .option('--key-file <file>')
  .option('--json')
  .action((folder, options) => verify(folder, options, context()))
program
  .command('restore')
  .description('restore a backup into a new vault folder')
  .argument('<backup>')
  .requiredOption('--to <dir>', 'the folder it goes to', named)
  .option('--snapshot <id>')
  .option('--json')
  .action((folder, options) => restore(folder, options, context()))
const names = program.command('names').description('compare names in any script; needs no vault')
names
  .command('match')
  .description("whether two names may be one person's")
  .argument('[a]')
  .argument('[b]')
  .option('--pairs <file>', 'a pair per line, separated by a tab')
  .option('--json')
  .action((a, b, options) => matchNames(a, b, options, context()))
names
  .command('rank')
  .description('the names of a list that are most like one; best first')
  .argument('[name]')
  .requiredOption('--against <file>', 'a name per line')
  .option('--queries <file>', 'a name per line')
  .option('--limit <n>', 'at most so many for each', '10')
  .option('--json')
  .action((name, options) => rankNames(name, options, context()))

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof FoundDamage) process.exitCode = ERROR_EXIT_CODES[error.code]
  else if (error instanceof CommanderError && error.exitCode === 0) process.exitCode = 0
  // The words are on standard error already.
  else if (error instanceof CommanderError && !isJson()) process.exitCode = ERROR_EXIT_CODES.usage
  else if (error instanceof CommanderError)
    process.exitCode = printFailure(new VaultError('usage'), true)
  else process.exitCode = printFailure(error, isJson())
}
