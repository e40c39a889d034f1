"""Reads a bundle with packages that others wrote: aics-tlog (tiles), pymerkle (the root), rfc8785 (canonical JSON).

ledger-tools.py BUNDLE KEY : says what was accepted, and what was refused after one byte was changed.
"""
import json
import pathlib
import sys

import pymerkle
import rfc8785

bundle, key = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).read_text()
note = (bundle / "checkpoint").read_bytes()
name, size, root = note.decode().split("\n")[:3]
size = int(size)
leaves = (bundle / "entries.jsonl").read_bytes().split(b"\n")[:-1]

foreign = [number for number, leaf in enumerate(leaves) if rfc8785.dumps(json.loads(leaf)) != leaf]
if foreign:
    sys.exit(f"rfc8785: entry {foreign[0]} is not canonical")
print(f"rfc8785: {len(leaves)} entries are canonical")

import base64

tree = pymerkle.InmemoryTree(algorithm="sha256")
for leaf in leaves:
    tree.append_entry(leaf)
if tree.get_size() != size or tree.get_root() != base64.b64decode(root):
    sys.exit("pymerkle: another root")
print(f"pymerkle: the root over {size} entries")

try:
    import aics_tlog
    from aics_tlog.tiles import FileSystemTileReader
    from aics_tlog.verified import audit_tiles
except ImportError:
    print("aics-tlog: not here (Python 3.12 or newer)")
    sys.exit(0)

report = audit_tiles(FileSystemTileReader(bundle), size, base64.b64decode(root))
print(f"aics-tlog: {report.tiles} tiles and {report.bundles} bundles of entries")


class Bent(FileSystemTileReader):
    """Serves one file with one byte changed."""

    def __init__(self, path, at):
        super().__init__(bundle)
        self.bent, self.at = path, at

    def _read(self, path):
        data = super()._read(path)
        if data is not None and path == self.bent:
            data = data[: self.at] + bytes([data[self.at] ^ 1]) + data[self.at + 1 :]
        return data


refused = 0
files = sorted(path.relative_to(bundle).as_posix() for path in (bundle / "tile").rglob("*") if path.is_file())
for path in files:
    length = (bundle / path).stat().st_size
    for at in sorted({0, 1, length // 3, length // 2, length - 1}):
        try:
            audit_tiles(Bent(path, at), size, base64.b64decode(root))
        except Exception:
            refused += 1
            continue
        sys.exit(f"aics-tlog: {path} with byte {at} changed is accepted")
    if refused >= 60:
        break
print(f"aics-tlog: {refused} changed tiles refused")
