"""What a person uploads: several CSV files, or one ZIP of them; anything else is refused in words."""

import zipfile
import zlib
from pathlib import PurePosixPath

from apps.caseload.sen2.reading import Unreadable, by_module

MAX_FILE = 20 * 1024 * 1024
MAX_TOTAL = 60 * 1024 * 1024
MAX_ENTRIES = 30
CHUNK = 1024 * 1024


def files_of_uploads(uploads):
    """``{module: (file name, bytes)}`` of uploaded files; raises Unreadable with all that is wrong with them."""
    is_zip = len(uploads) == 1 and uploads[0].name.lower().endswith(".zip")
    files = _unzipped(uploads[0]) if is_zip else _plain(uploads)
    found = by_module([name for name, _ in files])
    contents = dict(files)
    return {module: (name, contents[name]) for module, name in found.items()}


def _plain(uploads):
    large = [upload.name for upload in uploads if upload.size > MAX_FILE]
    if large:
        raise Unreadable(f"{', '.join(large)} is larger than {MAX_FILE // 2**20} MB: no module of a return is.")
    if sum(upload.size for upload in uploads) > MAX_TOTAL:
        raise Unreadable(f"The files together are larger than {MAX_TOTAL // 2**20} MB.")
    return [(_bare(upload.name), upload.read()) for upload in uploads]


def _unzipped(upload):
    """The files of a ZIP, whatever folder they lie in; what its list says of sizes is not believed."""
    if upload.size > MAX_TOTAL:
        raise Unreadable(f"{upload.name} is larger than {MAX_TOTAL // 2**20} MB.")
    try:
        with zipfile.ZipFile(upload) as archive:
            entries = [entry for entry in archive.infolist() if _is_file(entry)]
            if len(entries) > MAX_ENTRIES:
                raise Unreadable(f"{upload.name} holds {len(entries)} files. Put only the nine of the return into it.")
            if any(entry.flag_bits & 1 for entry in entries):
                raise Unreadable(f"{upload.name} is locked with a password. Make it again without one.")
            return _read_all(archive, entries)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError):
        raise Unreadable(
            f"{upload.name} is no ZIP file that can be read. Make it again, or choose the CSV files."
        ) from None


def _read_all(archive, entries):
    files, total = [], 0
    for entry in entries:
        content = _read(archive, entry)
        total += len(content)
        if total > MAX_TOTAL:
            raise Unreadable(f"The files in the ZIP together are larger than {MAX_TOTAL // 2**20} MB.")
        files.append((_bare(entry.filename), content))
    return files


def _read(archive, entry):
    parts, size = [], 0
    with archive.open(entry) as file:
        while part := file.read(CHUNK):
            size += len(part)
            if size > MAX_FILE:
                name = _bare(entry.filename)
                raise Unreadable(f"{name} in the ZIP is larger than {MAX_FILE // 2**20} MB: no module of a return is.")
            parts.append(part)
    return b"".join(parts)


def _is_file(entry):
    """No folder, and none of the notes that a Mac puts into a ZIP."""
    path = PurePosixPath(entry.filename)
    return not entry.is_dir() and "__MACOSX" not in path.parts and not path.name.startswith(".")


def _bare(name):
    """The last part of a name, without any folder."""
    return PurePosixPath(name.replace("\\", "/")).name[:255]
