#!/usr/bin/env python3
"""Reads an Emanet vault or backup without the program Emanet.

Written from FORMAT.md alone, which lies beside it in every backup ("§" is a section of it). It needs Python 3.9 and
PyNaCl ("apt install python3-nacl" or "pip install pynacl") and changes nothing in the vault or backup.

  recover.py list    FOLDER                     a line per record, and what is damaged
  recover.py extract FOLDER --out NEW-FOLDER    records.json and the evidence files, no longer encrypted

FOLDER is a vault ("Name.emanet") or a backup of one. The passphrase or the recovery code is asked for, or read from
--passphrase-file FILE. Everything is checked on the way; what does not open is listed in "problems" and on standard
error, and the rest is still given out. Exit code: 0 all is well, 1 something was damaged, 2 nothing was opened.
Not read here: slots sealed to a key file (X-Wing), and compartments held by custodians (their records: "closed").
"""
import argparse, base64, getpass, hashlib, json, os, re, shutil, sqlite3, struct, sys, tempfile, unicodedata
try:
    import nacl.bindings as sodium
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey
except ImportError:
    sys.exit('PyNaCl is missing: apt install python3-nacl')

TITLES = 'names', 'name', 'title', 'label', 'codeName'
SLOTS, SLOT_BYTES, DEVICES, COMPARTMENT_ROW = 8, {1: 81, 2: 1201}, 255, 0xFFFFFFFF
problems, b64 = [], base64.b64decode

class Refused(Exception): pass  # Nothing can be opened, and why.

def problem(what, name, why):
    problems.append({'what': what, 'id': str(name), 'why': str(why)})
    print('damaged: %s %s: %s' % (what, name, why), file=sys.stderr)

def read(folder, *names):
    """The bytes of a file, or none and a problem."""
    try:
        with open(os.path.join(folder, *names), 'rb') as file:
            return file.read()
    except OSError as error:
        problem('file', names[-1], error)
        return b''

# ---------------------------------------------------------------- §2 primitives
def u32(n): return n.to_bytes(4, 'little')
def u64(n): return n.to_bytes(8, 'little')
def domain(text): return text.encode('ascii').ljust(16, b'\0')

def H(*parts, key=b''):
    return hashlib.blake2b(b''.join(parts), digest_size=32, key=key).digest()

def kdf(key, number, context):
    salt, person = u64(number).ljust(16, b'\0'), context.encode('ascii').ljust(16, b'\0')
    return hashlib.blake2b(b'', digest_size=32, key=key, salt=salt, person=person).digest()

def open_box(box, aad, nonce, key, cipher=sodium.crypto_aead_xchacha20poly1305_ietf_decrypt):
    try:
        return cipher(box, aad, nonce, key)
    except (CryptoError, ValueError, TypeError):
        return None

# ---------------------------------------------------------------- §3, §8 where the bytes are
class VaultFolder:
    """The stored bytes of a vault: header copies, head, key pages, compartments, rows. Nothing is opened yet."""
    def __init__(self, folder):
        if not os.path.exists(os.path.join(folder, 'vault.db')):
            raise Refused('this folder is neither a vault nor a backup')
        self.folder, self.copy = folder, tempfile.TemporaryDirectory(prefix='emanet-')
        for name in ('vault.db', 'vault.db-wal'):  # A copy (all ciphertext): SQLite writes beside what it reads.
            if os.path.exists(os.path.join(folder, name)):
                shutil.copyfile(os.path.join(folder, name), os.path.join(self.copy.name, name))
        self.db = sqlite3.connect(os.path.join(self.copy.name, 'vault.db'))
        self.headers = [row[0] for row in self.query('SELECT bytes FROM header', 'header')]
        self.headers.append(read(folder, 'header'))
        heads = self.query('SELECT seq, hash, header_generation, keys_hash, mac FROM head', 'head')
        self.head = heads[0] if heads else None
        self.pages = [(place >> 32, place & 0xFFFFFFFF, nonce, box) for place, nonce, box in
                      self.query('SELECT place, nonce, box FROM keypage', 'keypage')]
        self.compartments = self.query('SELECT compartment, nonce, box FROM compartment', 'compartment')
    def query(self, sql, what):
        rows = []
        try:
            for row in self.db.execute(sql):
                rows.append(row)
        except sqlite3.Error as error:
            problem('database', what, error)
        return rows
    def rows(self):
        sql, last = 'SELECT seq, prev, nonce, box FROM ledger', 0
        try:
            for row in self.db.execute(sql + ' ORDER BY seq'):
                last = row[0]
                yield row
        except sqlite3.Error:  # From here on one by one: a damaged page costs only the entries in it.
            for seq in range(last + 1, (self.head[0] if self.head else last + 100000) + 1):
                yield from self.query(sql + ' WHERE seq = %d' % seq, 'entry %d' % seq)

class BackupFolder:
    """The same of the newest snapshot that can be read, or of the one that is wanted."""
    def __init__(self, folder, wanted):
        self.folder, snapshot = folder, None
        names = [name[:-9] for name in os.listdir(os.path.join(folder, 'snapshots'))
                 if re.fullmatch(r'\d{8}T\d{9}Z-[0-9a-f]{8}\.snapshot', name)]
        for name in [wanted] if wanted else sorted(names, reverse=True):
            snapshot = snapshot or self.snapshot(name)
        if snapshot is None:
            raise Refused('no snapshot of this backup can be read')
        head = snapshot['head']
        self.headers, self.segments = [b64(snapshot['header'])], snapshot['segments']
        self.head = head['seq'], b64(head['hash']), head['headerGeneration'], b64(head['keysHash']), b64(head['mac'])
        self.pages = [(p['compartment'], p['page'], b64(p['nonce']), b64(p['box'])) for p in snapshot['keyPages']]
        self.compartments = [(c['compartment'], b64(c['nonce']), b64(c['box'])) for c in snapshot['compartments']]
    def snapshot(self, name):
        line, _, total = read(self.folder, 'snapshots', name + '.snapshot').partition(b'\n')
        if total == H(line, b'\n').hex().encode() + b'\n':
            return json.loads(line)
        return problem('snapshot', name, 'its hash is wrong')
    def rows(self):
        for segment in self.segments:
            data = read(self.folder, 'ledger', os.path.basename(segment['name']))
            if H(data[:-32]) != data[-32:] or data[-32:].hex() != segment['hash']:
                problem('segment', segment['name'], 'its hash is wrong')
            at = 40
            while at + 68 <= len(data) - 32:
                seq, prev, nonce, length = struct.unpack_from('<Q32s24sI', data, at)
                at += 68 + length
                if length > 2 << 20 or at > len(data) - 32:
                    break
                yield seq, prev, nonce, data[at - length:at]

# ---------------------------------------------------------------- §4 header
def inputs_for(text):
    """What is given to Argon2id: the text itself; if it is twelve words, first these in their one spelling."""
    text = unicodedata.normalize('NFKC', text[text.startswith('\ufeff'):])
    words = re.findall(r'[^\W\d_]+', text.lower())
    return ([' '.join(words).encode()] if len(words) == 12 else []) + [text.encode()]

class Header:
    def __init__(self, data):
        if data[:8] != b'EMANET\r\n' or H(domain('EmHeaderSum1'), data[:-64]) != data[-64:-32]:
            raise Refused('its first bytes or its checksum are wrong')
        self.version = int.from_bytes(data[8:10], 'little')
        size = SLOT_BYTES.get(self.version, 0)
        if len(data) != 46 + SLOTS * size + 24 + 528 + 64:
            raise Refused('format %d of %d bytes is not known to this program' % (self.version, len(data)))
        self.data, self.vault, self.salt = data, data[14:30], data[30:46]
        self.slots = [data[46 + i * size:46 + (i + 1) * size] for i in range(SLOTS)]
    def unlock(self, secret, any_cost):
        """The root key, or None when no slot opens."""
        for text in inputs_for(secret):
            for cost in dict.fromkeys(slot[:9] for slot in self.slots):
                kind, passes, kib = struct.unpack('<BII', cost)
                if kind != 1 or not (any_cost or 3 <= passes <= 16 and 262144 <= kib <= 4194304):
                    raise Refused('its key derivation cost is out of range')
                master = sodium.crypto_pwhash_alg(32, text, self.salt, passes, kib << 10, 2)  # 2: Argon2id13
                for i, slot in enumerate(self.slots):
                    aad = domain('EmSlot1') + self.data[8:10] + self.vault + bytes([i]) + cost
                    aad += H(slot[81:]) if self.version >= 2 else b''
                    root = slot[:9] == cost and open_box(slot[33:81], aad, slot[9:33], kdf(master, i, 'EmSlot__'))
                    if root:
                        mac = H(domain('EmHeaderMac1'), self.data[:-32], key=kdf(root, 1, 'EmHeader'))
                        if mac != self.data[-32:]:
                            raise Refused('the header was changed by somebody without the key')
                        return root
        return None

# ---------------------------------------------------------------- §5 keys, §6 ledger
class Vault:
    def __init__(self, source, secret, any_cost):
        self.source, self.keys, self.devices, self.closed = source, {}, {}, False
        self.root = self.unlock(secret, any_cost)
        self.open_keys()
    def unlock(self, secret, any_cost):
        headers = []
        for number, data in enumerate(self.source.headers):
            try:
                headers.append(Header(data))
            except Refused as error:
                problem('header', 'copy %d' % (number + 1), error)
        for header in headers:
            self.version, self.id = header.version, header.vault
            root = header.unlock(secret, any_cost)
            if root:
                return root
        raise Refused('wrong passphrase or recovery code' if headers else 'no copy of the header can be read')
    def open_keys(self):
        page_keys, hashes = {c: kdf(self.root, c, 'EmKeyPag') for c in (0, DEVICES)}, []
        for c, nonce, box in self.source.compartments:
            hashes.append((c, COMPARTMENT_ROW, H(domain('EmKeyBox1'), nonce, box)))
            plain = open_box(box, domain('EmCompart1') + self.id + u32(c), nonce, kdf(self.root, c, 'EmCompar'))
            if plain is None:
                problem('keys', 'compartment %d' % c, 'does not open')
            elif len(plain) == 32 or plain[0] == 0:  # format 1; format 2 in mode 0
                page_keys[c] = kdf(plain if len(plain) == 32 else plain[1:33], c, 'EmKeyPag')
            else:
                self.closed = True
        for c, page, nonce, box in self.source.pages:
            hashes.append((c, page, H(domain('EmKeyBox1'), nonce, box)))
            aad = domain('EmKeyPage1') + self.id + u32(c) + u32(page)
            plain = open_box(box, aad, nonce, page_keys[c]) if c in page_keys else b''
            if plain is None:
                problem('keys', 'page %d of compartment %d' % (page, c), 'does not open')
            for place in range(0, len(plain or b''), 48):
                name, key = plain[place:place + 16].hex(), plain[place + 16:place + 48]
                if int(name, 16):
                    (self.devices if c == DEVICES else self.keys)[name] = key
        parts = [u32(c) + u32(page) + digest for c, page, digest in sorted(hashes)]
        seq, last, generation, keys_hash, mac = self.source.head or (0, b'', 0, b'', b'')
        head = domain('EmHead1'), self.id, u64(seq), last, u32(generation), keys_hash
        if H(*head, key=kdf(self.root, 2, 'EmLedger')) != mac:
            problem('head', '', 'is missing, damaged or was changed')
        if keys_hash != H(domain('EmKeyState1'), self.id, *parts):
            problem('keys', 'all', 'a key page is damaged, missing, added, or older than the ledger')
    def entries(self):
        """Every entry that opens, in order; what does not is a problem."""
        key, expected, last, known = kdf(self.root, 1, 'EmLedger'), H(domain('EmGenesis1'), self.id), 0, {}
        for seq, prev, nonce, box in self.source.rows():
            if seq != last + 1:
                problem('entry', last + 1, 'is missing or out of order: entry %d follows' % seq)
            elif expected != prev:
                problem('entry', seq, 'does not follow the entry before it')
            place = self.id + u64(seq) + prev
            expected, last = H(domain('EmEntryHash1'), place, nonce, box), seq
            plain = open_box(box, domain('EmEntry1') + place, nonce, key)
            try:
                head_end = 66 + int.from_bytes(plain[64:66], 'little')
                end = head_end + 4 + int.from_bytes(plain[head_end:head_end + 4], 'little')
                head, body = json.loads(plain[66:head_end]), plain[head_end + 4:end]
                if end > len(plain) or any(plain[end:]):
                    raise ValueError
            except (TypeError, ValueError):
                problem('entry', seq, 'does not open')
                continue
            entry = {'seq': seq, 'at': head['t'], 'author': head.get('o', head['a']), 'op': head['op'], 'record': head.get('r')}
            self.read_body(entry, head, body)
            if entry['op'] == 'device.add' and entry['state'] == 'open' and 'o' not in head:
                public = bytes.fromhex(entry['body']['publicKey'])
                if H(domain('EmDeviceId1'), public)[:16].hex() == head['a']:
                    known[head['a']] = public
            try:
                public = known.get(head['a']) or self.devices[head['a']]
                VerifyKey(public).verify(domain('EmSig1') + place + plain[64:end], plain[:64])
            except (KeyError, CryptoError):
                problem('entry', seq, 'its signature is not its author\'s')
            yield entry
        if self.source.head and (last, expected) != self.source.head[:2]:
            problem('entry', last, 'the ledger does not end as its head says, with entry %d' % self.source.head[0])
    def read_body(self, entry, head, body):
        record = head.get('r')
        if head.get('k') == 'record':
            key = self.keys.get(record)  # absent, or all zero when the record was erased
            if not any(key or b''):
                entry['state'] = 'erased' if key else 'closed' if self.closed else 'damaged'
                return
            aad = domain('EmBody1') + self.id + u64(entry['seq']) + bytes.fromhex(record)
            body = open_box(body[24:], aad, body[:24], key)
        try:
            entry['body'], entry['state'] = json.loads(body), 'open'
        except (TypeError, ValueError):
            entry['state'] = 'damaged'

# ---------------------------------------------------------------- §12 records
def read_records(vault, history):
    records, other = {}, []
    for entry in vault.entries():
        name = entry.pop('record')
        if name is None:
            other.append(entry)
            continue
        record = records.setdefault(name, {'id': name, 'kind': None, 'state': 'open', 'createdAt': None, 'updatedAt': None,
                                           'statements': [], 'preferred': {}, 'files': [], 'entries': []})
        record['entries'].append(entry)
        if entry['op'] == 'record.erase' or entry['state'] == 'erased':
            record.update(kind=None, state='erased', statements=[], preferred={}, files=[])
        elif entry['state'] == 'open':
            try:
                apply(record, entry, entry['body'])
            except (KeyError, TypeError, IndexError, AttributeError):
                problem('record', name, 'entry %d says what this program does not understand' % entry['seq'])
        else:
            record['state'] = entry['state']
            if entry['state'] == 'damaged':
                problem('record', name, 'entry %d does not open: its key is damaged or lost' % entry['seq'])
    for record in records.values():
        if not history:
            del record['entries']
            record['statements'] = [each for each in record['statements'] if each['retractedBy'] is None]
    return records, other

def apply(record, entry, body):
    seq, at = entry['seq'], entry['at']
    if entry['op'] == 'object.add':
        record['files'].append({**body, 'addedAt': at, 'seq': seq})
        record['updatedAt'] = at
        entry['body'] = {**body, 'fileKey': None}
    if entry['op'] != 'record.set':
        return
    added = [(each['field'], each['value'], body['bases'][each['basis']]) for each in body['add']]
    repeated = any(each['id'].startswith(body['ids']) for each in record['statements'])
    if repeated or record['kind'] not in (None, body['kind']):
        return
    for each in record['statements']:
        if each['id'] in body['retract'] and each['retractedBy'] is None:
            each['retractedBy'] = seq
    for place, (field, value, basis) in enumerate(added):
        record['statements'].append({'id': body['ids'] + '%04x' % place, 'field': field, 'value': value, **basis,
                                     'seq': seq, 'at': at, 'author': entry['author'], 'retractedBy': None})
    created = at if record['createdAt'] is None else record['createdAt']
    record.update(kind=body['kind'], createdAt=created, updatedAt=at)
    held = {each['id'] for each in record['statements'] if each['retractedBy'] is None}
    preferred = {**record['preferred'], **body['prefer']}
    record['preferred'] = {field: name for field, name in preferred.items() if name in held}

# ---------------------------------------------------------------- §7 objects
def padded(size):
    e = max(4097, size).bit_length() - 1
    unit = 1 << (e - e.bit_length())
    return max(4096, -(-size // unit) * unit)

def extract(vault, file, out):
    """Writes one evidence file; the reason when it is damaged, else None."""
    left, total, plain_hash, key = file['size'], padded(file['size']), hashlib.sha256(), b64(file['fileKey'])
    with open(os.path.join(vault.source.folder, 'objects', file['objectId'][:2], file['objectId']), 'rb') as stored:
        header = stored.read(16)
        version, log2 = struct.unpack_from('<HB', header, 8)
        if header[:8] != b'EMOBJECT' or version not in (1, 2) or not 16 <= log2 <= 20 or any(header[11:]):
            return 'its header is damaged'
        name = hashlib.sha256(header) if version == 2 else hashlib.blake2b(header, digest_size=32)
        count = -(-total // (1 << log2))
        if os.fstat(stored.fileno()).st_size != 16 + total + 16 * count:
            return 'its length is wrong'
        with open(out, 'xb') as plain_file:
            for index in range(count):
                box, nonce = stored.read((1 << log2) + 16), index.to_bytes(11, 'big') + bytes([index == count - 1])
                name.update(box)
                plain = open_box(box, header + vault.id, nonce, key, sodium.crypto_aead_chacha20poly1305_ietf_decrypt)
                if plain is None or any(plain[left:]):
                    return 'chunk %d does not open' % index
                plain_hash.update(plain[:left])
                plain_file.write(plain[:left])
                left = max(0, left - len(plain))
    if name.hexdigest() != file['objectId']:
        return 'its name is not its hash'
    return None if plain_hash.hexdigest() == file['sha256'] else 'its contents are not what was taken in'

def extract_all(vault, records, out):
    os.makedirs(os.path.join(out, 'files'), mode=0o700)
    for file in (file for record in records.values() for file in record['files']):
        given = file['name'].get('text') or b64(file['name']['base64']).decode('utf-8', 'replace')
        path = os.path.join('files', file['objectId'][:16] + '-' + re.sub(r'[^\w.-]+', '_', given).strip('._')[-60:])
        try:
            why = extract(vault, file, os.path.join(out, path))
        except (OSError, struct.error) as error:
            why = error
        file['path'] = None if why else path
        if why:
            problem('object', file['objectId'], why)
            if os.path.exists(os.path.join(out, path)):
                os.remove(os.path.join(out, path))

# ---------------------------------------------------------------- command line
def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('command', choices=['list', 'extract'])
    parser.add_argument('folder')
    parser.add_argument('--out', help='a new folder for what is extracted')
    parser.add_argument('--passphrase-file')
    parser.add_argument('--snapshot', help='of a backup: this one instead of the newest that can be read')
    parser.add_argument('--history', action='store_true', help='also what was retracted, and every entry')
    parser.add_argument('--any-cost', action='store_true', help='accept an unusual cost of the key derivation')
    options = parser.parse_args()
    if (options.command == 'extract') != bool(options.out):
        parser.error('--out belongs to extract')
    try:
        is_backup = os.path.exists(os.path.join(options.folder, 'snapshots'))
        source = BackupFolder(options.folder, options.snapshot) if is_backup else VaultFolder(options.folder)
        secret = (re.sub(r'\r?\n\Z', '', read('.', options.passphrase_file).decode('utf-8'))
                  if options.passphrase_file else getpass.getpass('Passphrase or recovery code: '))
        vault = Vault(source, secret, options.any_cost)
    except (Refused, OSError, UnicodeDecodeError) as error:
        print('cannot open: %s' % error, file=sys.stderr)
        return 2
    records, other = read_records(vault, options.history)
    if options.out:
        extract_all(vault, records, options.out)
    for record in records.values():
        titles = [each['value'] for each in record['statements'] if each['field'] in TITLES]
        if not options.out:
            print(record['id'], record['kind'] or record['state'], *titles[:1], len(record['files']) or '', sep='  ')
        for file in record['files']:
            del file['fileKey']
    if options.out:
        result = {'vaultId': vault.id.hex(), 'format': vault.version, 'records': list(records.values()),
                  **({'otherEntries': other} if options.history else {}), 'problems': problems}
        with open(os.path.join(options.out, 'records.json'), 'x', encoding='utf-8') as file:
            json.dump(result, file, ensure_ascii=False, indent=1)
    return 1 if problems else 0

if __name__ == '__main__':
    os.umask(0o077)
    sys.exit(main())
