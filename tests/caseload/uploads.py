"""A small return: one child whose plan was issued in time; as files, as an upload, as a ZIP."""

import csv
import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile

from apps.caseload.sen2.layout import MODULES

HEADINGS = {module.name: [column.name for column in module.all_columns] for module in MODULES}
HEADER = b"year,referencedate,lea,datetime,collection\n2025,2025-01-16,351,2025-04-01T09:00:00,SEN2 (synthetic)\n"


def files(**rows):
    """A return of one child whose plan was issued in time; ``module=[{column: value}]`` replaces the module's rows."""
    good = {
        "person": [{"persontableid": "1", "surname": "TEST1", "personbirthdate": "2015-05-06", "sex": "F"}],
        "requests": [
            {
                "requeststableid": "1",
                "persontableid": "1",
                "receiveddate": "2024-02-01",
                "requestoutcome": "Y",
                "requestoutcomedate": "2024-03-01",
            }
        ],
        "assessment": [
            {
                "assessmenttableid": "1",
                "requeststableid": "1",
                "assessmentoutcome": "Y",
                "assessmentoutcomedate": "2024-06-01",
            }
        ],
        "namedplan": [{"namedplantableid": "1", "assessmenttableid": "1", "startdate": "2024-06-01"}],
        "plandetail": [{"plandetailtableid": "1", "namedplantableid": "1", "urn": "990001"}],
        "activeplans": [{"activeplanstableid": "1", "requeststableid": "1"}],
        "placementdetail": [{"placementdetailtableid": "1", "activeplanstableid": "1", "urn": "990001"}],
        "senneed": [{"senneedtableid": "1", "activeplanstableid": "1", "sentype": "SLCN", "sentyperank": "1"}],
    }
    made = {name: (f"{name}.csv", table(name, rows.get(name, good[name]))) for name in HEADINGS}
    return made | {"sen2": ("sen2.csv", HEADER)}


def table(name, rows):
    out = io.StringIO()
    writer = csv.DictWriter(out, HEADINGS[name])
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def person(**values):
    return {"persontableid": "1", "surname": "TEST1", "personbirthdate": "2015-05-06", "sex": "F"} | values


def request(**values):
    row = {"requeststableid": "1", "persontableid": "1", "receiveddate": "2024-02-01", "requestoutcome": "Y"}
    return row | {"requestoutcomedate": "2024-03-01"} | values


def zipped(made, name="return.zip", folder=""):
    """An uploaded ZIP of ``{module: (file name, bytes)}``."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for file_name, content in made.values():
            archive.writestr(f"{folder}{file_name}", content)
    return SimpleUploadedFile(name, out.getvalue(), "application/zip")


def uploaded(made):
    """Each file uploaded by itself."""
    return [SimpleUploadedFile(name, content, "text/csv") for name, content in made.values()]
