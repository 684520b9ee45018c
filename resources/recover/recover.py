#!/usr/bin/env python3
"""Reads an Emanet vault or backup without the program Emanet.

It needs Python 3.9 and PyNaCl, and changes nothing in the vault or backup. It was written from FORMAT.md alone, which
lies beside it in every backup; "§" is a section of it.

  python3 recover.py list    FOLDER                     a line per record: id, kind, title, number of files
  python3 recover.py extract FOLDER --out NEW-FOLDER    records.json and the evidence files, no longer encrypted

FOLDER is a vault ("Name.emanet") or a backup of one. The passphrase or recovery code is asked for. Everything is checked
on the way: what is damaged or missing is named, and listed under "problems", and the rest is given out all the same.
Exit code: 0 all is well, 1 something was damaged, 2 nothing was opened.
Not read here: slots that a key file opens (X-Wing), and what custodians hold (its records are marked "closed").
"""
import argparse, base64, getpass, hashlib, json, os, re, shutil, sqlite3, struct, sys, tempfile, unicodedata
try:
    import nacl.bindings as sodium
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey
except ImportError:
    sys.exit('PyNaCl is missing. Install it first: apt install python3-nacl, or: pip install pynacl')

SLOTS, SLOT_BYTES = 8, {1: 81, 2: 1201}  # by version of the format
DEVICES, OWN_ROW = 255, 0xFFFFFFFF  # the number of the device directory; the "page" of a compartment's own row
problems, file_keys, b64 = [], {}, base64.b64decode

class Refused(Exception): pass  # Something cannot be opened at all, and why.

def problem(what, name, why):
    problems.append({'what': what, 'id': str(name), 'why': str(why)})
    print('damaged: %s %s: %s' % (what, name, why), file=sys.stderr)

def read(*path):
    """The bytes of a file, or none and a problem."""
    try:
        with open(os.path.join(*path), 'rb') as file:
            return file.read()
    except OSError as error:
        problem('file', path[-1], error)
        return b''

# ---------------------------------------------------------------- §2 primitives
def u32(n): return (n & 0xFFFFFFFF).to_bytes(4, 'little')
def u64(n): return (n & 0xFFFFFFFFFFFFFFFF).to_bytes(8, 'little')
def domain(text): return text.encode('ascii').ljust(16, b'\0')
def H(*parts, key=b''):
    return hashlib.blake2b(b''.join(parts), digest_size=32, key=key).digest()

def kdf(key, number, context):
    salt, person = u64(number).ljust(16, b'\0'), context.encode('ascii').ljust(16, b'\0')
    return hashlib.blake2b(b'', digest_size=32, key=key, salt=salt, person=person).digest()

def open_box(box, aad, nonce, key, cipher=sodium.crypto_aead_xchacha20poly1305_ietf_decrypt):
    """The plaintext, or None when it is not exactly what was sealed with this key for this place."""
    try:
        return cipher(box, aad, nonce, key)
    except (CryptoError, ValueError, TypeError):
        return None

# ---------------------------------------------------------------- §3 a vault, §8 a backup: where the bytes are
class VaultFolder:
    """The stored bytes of a vault; nothing is opened yet. `sealed`: (compartment, page) to its copies."""
    def __init__(self, folder):
        if not os.path.exists(os.path.join(folder, 'vault.db')):
            raise Refused('there is no vault.db in this folder: it is neither a vault nor a backup')
        self.folder, self.copy, self.sealed = folder, tempfile.TemporaryDirectory(prefix='emanet-'), {}
        for name in ('vault.db', 'vault.db-wal'):  # A copy (all ciphertext): SQLite writes beside what it reads.
            if os.path.exists(os.path.join(folder, name)):
                shutil.copyfile(os.path.join(folder, name), os.path.join(self.copy.name, name))
        self.db = sqlite3.connect(os.path.join(self.copy.name, 'vault.db'))
        self.db.text_factory = bytes
        self.headers = [bytes for bytes, in self.query('SELECT bytes FROM header', bytes)] or [b'']
        self.headers.append(read(folder, 'header'))
        sql = 'SELECT seq, hash, header_generation, keys_hash, mac FROM head'
        self.head = next(self.query(sql, int, bytes, int, bytes, bytes), None)
        for table in ('place, nonce, box FROM keypage', 'compartment << 32 | 4294967295, nonce, box FROM compartment',
                      'place, nonce, box FROM keycopy'):
            for place, *copy in self.query('SELECT ' + table, int, bytes, bytes):
                self.sealed.setdefault((place >> 32, place & OWN_ROW), []).append(copy)
    def query(self, sql, *types):
        """The rows that can be read; a row with values of other types is damaged, and missed later."""
        try:
            yield from (row for row in self.db.execute(sql) if tuple(map(type, row)) == types)
        except sqlite3.Error as error:
            if 'WHERE seq' not in sql and str(error) != 'no such table: keycopy':  # Version 1 has none.
                problem('database', sql.split(' FROM ')[1].split()[0], error)
    def rows(self, end):
        sql, types, last = 'SELECT seq, prev, nonce, box FROM ledger', (int, bytes, bytes, bytes), 0
        for row in self.query(sql + ' ORDER BY seq', *types):
            last = row[0]
            yield row
        seq = last
        while seq < (end or last + 10000):  # One by one: a damaged page costs only the entries in it.
            seq += 1
            for row in self.query(sql + ' WHERE seq = %d' % seq, *types):
                last = seq
                yield row

class BackupFolder:
    """The same of the newest snapshot that can be read, or of the one that is wanted."""
    def __init__(self, folder, wanted):
        self.folder, self.sealed = folder, {}
        names = {name.partition('.')[0] for name in os.listdir(folder + '/snapshots')
                 if re.fullmatch(r'\d{8}T\d{9}Z-[0-9a-f]{8}\.(snapshot|copy)', name)}
        snapshots = (self.snapshot(name) for name in sorted(names, reverse=True) if wanted in (None, name))
        snapshot = next(filter(None, snapshots), None)
        if snapshot is None:
            raise Refused('no snapshot of this backup can be read')
        head = snapshot['head']
        self.headers, self.segments = [b64(snapshot['header'])], snapshot['segments']
        self.head = head['seq'], b64(head['hash']), head['headerGeneration'], b64(head['keysHash']), b64(head['mac'])
        for part in snapshot['keyPages'] + snapshot['compartments']:
            self.sealed[part['compartment'], part.get('page', OWN_ROW)] = [(b64(part['nonce']), b64(part['box']))]
    def snapshot(self, name):
        """From its file, or when that is damaged from the copy of it."""
        for name in (name + '.snapshot', name + '.copy'):
            line, _, total = read(self.folder, 'snapshots', name).partition(b'\n')
            if total == H(line, b'\n').hex().encode() + b'\n':
                return json.loads(line)
            problem('snapshot', name, 'its hash is wrong')
    def rows(self, _end):
        for segment in self.segments:
            data = read(self.folder, 'ledger', os.path.basename(segment['name']))
            if H(data[:-32]) != data[-32:] or data[-32:].hex() != segment['hash']:
                problem('segment', segment['name'], 'its hash is wrong')
            at = 40
            while at + 68 <= len(data) - 32:
                seq, prev, nonce, length = struct.unpack_from('<Q32s24sI', data, at)
                at += 68 + length
                yield seq, prev, nonce, data[at - length:at]

# ---------------------------------------------------------------- §4 header
def inputs_for(text):
    """What Argon2id may have been given: twelve words in their English spelling, or the text as it is."""
    def beginning(word):  # Four letters tell a word of a list from all others; і, и, ї count as one, and г, ґ.
        return word.translate({ord('і'): 'и', ord('ї'): 'и', ord('ґ'): 'г'})[:4]
    text, plain = (unicodedata.normalize('NFKC', re.sub(signs, '', text)) for signs in ('^\ufeff', "^\ufeff|['’‘‛ʼʻʹˈ`´′＇]"))
    words = re.findall(r'[^\W\d_]+', plain.lower())
    if len(words) != 12:
        return [text]
    spellings, here = [' '.join(words)], os.path.dirname(os.path.abspath(__file__))
    documents = [path for path in (here + '/FORMAT.md', here + '/../../docs/format.md') if os.path.exists(path)]
    found = re.findall('```words-(..)\n([^`]*)```', read(documents[0]).decode()) if documents else []
    lists = {language: block.split() for language, block in found}
    for places in ({beginning(word): place for place, word in enumerate(each)} for each in lists.values()):
        if all(beginning(word) in places for word in words):
            spellings.append(' '.join(lists['en'][places[beginning(word)]] for word in words))
    if not lists and not words[0].isascii():
        print('note: for Ukrainian recovery words FORMAT.md must lie beside this program', file=sys.stderr)
    return [*dict.fromkeys(spellings), text]

def open_header(data, secret, any_cost):
    """Version, vault id, and the root key or None when no slot opens."""
    if data[:8] != b'EMANET\r\n' or H(domain('EmHeaderSum1'), data[:-64]) != data[-64:-32]:
        raise Refused('its first bytes or its checksum are wrong')
    version, vault_id, salt = int.from_bytes(data[8:10], 'little'), data[14:30], data[30:46]
    size = SLOT_BYTES.get(version, 0)
    if len(data) != 46 + SLOTS * size + 24 + 528 + 64:
        raise Refused('it is of format %d: a newer recover.py is needed' % version)
    slots = [data[46 + i * size:46 + (i + 1) * size] for i in range(SLOTS)]
    for text in inputs_for(secret):
        for cost in dict.fromkeys(slot[:9] for slot in slots):
            kind, passes, kib = struct.unpack('<BII', cost)
            if kind != 1 or not (any_cost or 3 <= passes <= 16 and 262144 <= kib <= 4194304):
                raise Refused('the cost of its key derivation is out of range')
            master = sodium.crypto_pwhash_alg(32, text.encode(), salt, passes, kib << 10, 2)  # 2: Argon2id13
            for i, slot in enumerate(slots):
                kem = H(slot[81:]) if version > 1 else b''
                aad = domain('EmSlot1') + data[8:10] + vault_id + bytes([i]) + cost + kem
                root = slot[:9] == cost and open_box(slot[33:81], aad, slot[9:33], kdf(master, i, 'EmSlot__'))
                if root and H(domain('EmHeaderMac1'), data[:-32], key=kdf(root, 1, 'EmHeader')) != data[-32:]:
                    raise Refused('it was changed by somebody without the key')
                if root:
                    return version, vault_id, root
    return version, vault_id, None

# ---------------------------------------------------------------- §5 keys, §6 ledger
class Vault:
    def __init__(self, source, secret, any_cost):
        self.source, self.keys, self.devices, self.hashes, self.closed = source, {}, {}, {}, False
        self.root, verdict = None, 'no copy of the header can be read'
        for number, data in enumerate(source.headers):
            try:
                if not self.root:
                    self.version, self.id, self.root = open_header(data, secret, any_cost)
                    verdict = 'wrong passphrase or recovery code; look at the keyboard layout, capitals and spaces'
            except Refused as error:
                problem('header', 'copy %d' % (number + 1), error)
        if not self.root:
            raise Refused(verdict)
        self.open_keys()
        self.end = self.checked_end()
    def open_copies(self, place, name, aad, key):
        """What the copies of a key page or compartment hold: the same, so the first that opens will do."""
        plain = None
        for nonce, box in self.source.sealed[place]:
            opened = open_box(box, aad, nonce, key) if key else b''
            if plain is None and opened is not None:
                plain, self.hashes[place] = opened, H(domain('EmKeyBox1'), nonce, box)
            elif opened is None or opened != plain:
                problem('keys', name, 'a copy of it does not open')
        return plain or b''
    def open_keys(self):
        page_keys = {c: kdf(self.root, c, 'EmKeyPag') for c in (0, DEVICES)}
        for c, page in sorted(self.source.sealed, key=lambda place: (place[1] != OWN_ROW, place)):
            name, place = 'compartment %d' % c, self.id + u32(c)
            if page == OWN_ROW:
                plain = self.open_copies((c, page), name, domain('EmCompart1') + place, kdf(self.root, c, 'EmCompar'))
                if len(plain) == 32 or plain[:1] == b'\0':  # format 1: the bare key; format 2: mode 0
                    page_keys[c] = kdf(plain if len(plain) == 32 else plain[1:33], c, 'EmKeyPag')
                elif plain:
                    self.closed = True
                    print('note: custodians hold %s; its records stay closed here' % name, file=sys.stderr)
                continue
            name = 'page %d of %s' % (page, name)
            plain = self.open_copies((c, page), name, domain('EmKeyPage1') + place + u32(page), page_keys.get(c))
            for at in range(0, len(plain), 48):
                record, key = plain[at:at + 16].hex(), plain[at + 16:at + 48]
                if int(record, 16):
                    (self.devices if c == DEVICES else self.keys)[record] = key
    def checked_end(self):
        """The number of the last entry, or None when the head that says it is damaged."""
        seq, last, generation, keys_hash, mac = self.source.head or (0, b'', 0, b'', b'')
        head = domain('EmHead1') + self.id + u64(seq) + last + u32(generation) + keys_hash
        if H(head, key=kdf(self.root, 2, 'EmLedger')) != mac:
            return problem('head', '', 'is missing, damaged or was changed')
        parts = [u32(c) + u32(page) + digest for (c, page), digest in sorted(self.hashes.items())]
        if keys_hash != H(domain('EmKeyState1'), self.id, *parts):
            problem('keys', 'all', 'a key page is damaged, missing, added, or older than the ledger')
        return seq
    def entries(self):
        """Every entry that opens, in order; what does not is a problem."""
        expected, last = H(domain('EmGenesis1'), self.id), 0
        for seq, prev, nonce, box in self.source.rows(self.end):
            if (seq, prev) != (last + 1, expected):
                problem('entry', seq, 'does not follow entry %d: one was changed, or what is between is missing' % last)
            place = self.id + u64(seq) + prev
            expected, last = H(domain('EmEntryHash1'), place, nonce, box), seq
            plain = open_box(box, domain('EmEntry1') + place, nonce, kdf(self.root, 1, 'EmLedger'))
            if plain is None:
                problem('entry', seq, 'does not open')
                continue
            head_end = 66 + int.from_bytes(plain[64:66], 'little')
            end = head_end + 4 + int.from_bytes(plain[head_end:head_end + 4], 'little')
            head = json.loads(plain[66:head_end])
            entry = {'seq': seq, 'at': head['t'], 'author': head.get('o', head['a']), 'op': head['op'],
                     'record': head.get('r'), **self.body_of(seq, head, plain[head_end + 4:end])}
            if entry['op'] == 'device.add' and entry['state'] == 'open' and 'o' not in head:
                self.devices.setdefault(head['a'], bytes.fromhex(entry['body']['publicKey']))
            author = self.devices.get(head['a'], b'')
            try:
                VerifyKey(author).verify(domain('EmSig1') + place + plain[64:end], plain[:64])
            except (ValueError, CryptoError):
                author = b''
            if H(domain('EmDeviceId1'), author)[:16].hex() != head['a']:
                problem('entry', seq, 'its signature is not its author\'s')
            yield entry
        if self.end is not None and (last, expected) != self.source.head[:2]:
            problem('entry', last, 'the ledger does not end as its head says, with entry %d' % self.end)
    def body_of(self, seq, head, body):
        if head.get('k') == 'record':
            key = self.keys.get(head['r'])  # absent, or all zero when the record was erased
            if not any(key or b''):
                return {'state': 'erased' if key else 'closed' if self.closed else 'damaged'}
            aad = domain('EmBody1') + self.id + u64(seq) + bytes.fromhex(head['r'])
            body = open_box(body[24:], aad, body[:24], key)
        try:
            return {'body': json.loads(body), 'state': 'open'}
        except (TypeError, ValueError):
            return {'state': 'damaged'}

# ---------------------------------------------------------------- §12 records
def read_records(vault):
    records = {}
    for entry in vault.entries():
        name = entry.pop('record')
        record = records.setdefault(name, {'id': name, 'kind': None, 'state': 'open', 'createdAt': None,
            'updatedAt': None, 'statements': [], 'preferred': {}, 'files': [], 'entries': []})
        record['entries'].append(entry)
        if entry['op'] == 'record.erase' or entry['state'] == 'erased':
            record.update(kind=None, state='erased', statements=[], preferred={}, files=[])
        elif entry['state'] != 'open':
            record['state'] = entry['state']
        else:
            try:
                apply(record, entry, entry['body'])
            except (KeyError, TypeError, IndexError, AttributeError):
                problem('record', name, 'entry %d says what this program does not understand' % entry['seq'])
        if entry['state'] == 'damaged':
            problem('record', name, 'entry %d does not open: its key is damaged or lost' % entry['seq'])
    return records.pop(None, {'entries': []})['entries'], list(records.values())

def apply(record, entry, body):
    seq, at = entry['seq'], entry['at']
    if entry['op'] == 'object.add':
        file_keys[body['objectId']] = b64(body.pop('fileKey'))
        record['files'].append({**body, 'addedAt': at, 'seq': seq})
        record['updatedAt'], body['fileKey'] = at, None
    if entry['op'] != 'record.set':
        return
    statements = record['statements']
    added = [{'id': body['ids'] + '%04x' % place, 'field': each['field'], 'value': each['value'],
              **body['bases'][each['basis']], 'seq': seq, 'at': at, 'author': entry['author'], 'retractedBy': None}
             for place, each in enumerate(body['add'])]
    if any(each['id'].startswith(body['ids']) for each in statements) or record['kind'] not in (None, body['kind']):
        return
    for each in statements:
        if each['id'] in body['retract'] and each['retractedBy'] is None:
            each['retractedBy'] = seq
    statements.extend(added)
    record.update(kind=body['kind'], createdAt=record['createdAt'] or at, updatedAt=at)
    held = {each['id'] for each in statements if each['retractedBy'] is None}
    preferred = {**record['preferred'], **body['prefer']}
    record['preferred'] = {field: name for field, name in preferred.items() if name in held}

# ---------------------------------------------------------------- §7 objects
def extract(vault, file, out):
    """Writes one evidence file. Nothing is left of one that is damaged."""
    left, key, plain_hash = file['size'], file_keys[file['objectId']], hashlib.sha256()
    e = max(4097, left).bit_length() - 1
    step = 1 << (e - e.bit_length())
    total = max(4096, -(-left // step) * step)
    with open(os.path.join(vault.source.folder, 'objects', file['objectId'][:2], file['objectId']), 'rb') as stored:
        header = stored.read(16).ljust(16, b'\0')
        version, log2 = struct.unpack_from('<HB', header, 8)
        if header[:8] != b'EMOBJECT' or version not in (1, 2) or not 16 <= log2 <= 20 or any(header[11:]):
            raise Refused('its header is damaged')
        name = hashlib.sha256(header) if version == 2 else hashlib.blake2b(header, digest_size=32)
        count = -(-total // (1 << log2))
        if os.fstat(stored.fileno()).st_size != 16 + total + 16 * count:
            raise Refused('its length is wrong')
        with open(out, 'xb') as plain_file:
            for index in range(count):
                box, nonce = stored.read((1 << log2) + 16), index.to_bytes(11, 'big') + bytes([index == count - 1])
                name.update(box)
                plain = open_box(box, header + vault.id, nonce, key, sodium.crypto_aead_chacha20poly1305_ietf_decrypt)
                if plain is None or any(plain[left:]):
                    raise Refused('part %d of %d does not open' % (index + 1, count))
                plain_hash.update(plain[:left])
                plain_file.write(plain[:left])
                left = max(0, left - len(plain))
    if name.hexdigest() != file['objectId'] or plain_hash.hexdigest() != file['sha256']:
        raise Refused('it is not the file that was taken in')

def extract_all(vault, records, out):
    os.makedirs(os.path.join(out, 'files'), mode=0o700)
    for file in (file for record in records for file in record['files']):
        given = file['name'].get('text') or b64(file['name']['base64']).decode('utf-8', 'replace')
        path = os.path.join('files', file['objectId'][:16] + '-' + re.sub(r'[^\w.-]+', '_', given).strip('._')[-55:])
        try:
            extract(vault, file, os.path.join(out, path))
            file['path'] = path
        except (OSError, Refused) as error:
            file['path'] = None
            problem('object', file['objectId'], error)
            if os.path.exists(os.path.join(out, path)):
                os.remove(os.path.join(out, path))

# ---------------------------------------------------------------- command line
def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('command', choices=['list', 'extract'])
    parser.add_argument('folder')
    parser.add_argument('--out', help='a new folder for what is extracted')
    parser.add_argument('--passphrase-file', help='instead of asking')
    parser.add_argument('--snapshot', help='of a backup: this one instead of the newest that can be read')
    parser.add_argument('--any-cost', action='store_true', help='accept an unusual cost of the key derivation')
    options = parser.parse_args()
    if (options.command == 'extract') != bool(options.out) or os.path.exists(options.out or ''):
        parser.error('extract needs --out with the name of a folder that is not there yet')
    try:
        is_backup = os.path.isdir(options.folder + '/snapshots')
        source = BackupFolder(options.folder, options.snapshot) if is_backup else VaultFolder(options.folder)
        secret = (re.sub(r'\r?\n\Z', '', open(options.passphrase_file, encoding='utf-8', newline='').read())
                  if options.passphrase_file else getpass.getpass('Passphrase or recovery code: '))
        vault = Vault(source, secret, options.any_cost)
        other, records = read_records(vault)
        if options.out:
            extract_all(vault, records, options.out)
            result = {'vaultId': vault.id.hex(), 'format': vault.version, 'records': records, 'otherEntries': other,
                      'problems': problems}
            with open(os.path.join(options.out, 'records.json'), 'x', encoding='utf-8', errors='backslashreplace') as file:
                json.dump(result, file, ensure_ascii=False, indent=1)
        for record in () if options.out else records:
            titles = [each['value'] for each in record['statements']
                      if each['field'] in ('names', 'name', 'title', 'label', 'codeName') and not each['retractedBy']]
            titles = [each if isinstance(each, str) else each.get('text') or next(iter(each.values())) for each in titles[:1]]
            print(record['id'], record['kind'] or record['state'], *titles, len(record['files']) or '', sep='  ')
    except (Refused, OSError, UnicodeError, RuntimeError, KeyboardInterrupt) as error:
        print('stopped: %s' % error, file=sys.stderr)  # RuntimeError: not enough memory for Argon2id.
        return 2
    if problems:
        print('%d problems, named above; all the rest was given out' % len(problems), file=sys.stderr)
    return 1 if problems else 0

if __name__ == '__main__':
    os.umask(0o077)
    sys.stdout.reconfigure(errors='backslashreplace')  # A terminal may not have every letter.
    sys.exit(main())
