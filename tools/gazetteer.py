"""Write the gazetteer from tables of authorities, police forces, health bodies, and what touches what.

Run ``python tools/gazetteer.py FOLDER`` with the folder of the tables; what they are and where they come from is told
in ``docs/gazetteer.md``. A test fails where the package holds something else than the tables give.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "src" / "safeguarding" / "law" / "gazetteer"

Row = dict[str, str]

_LISTS = "ONS lists of districts by county"
_SMALL = "small areas by clinical commissioning group and district, ONS,"
_BOARDS = "small areas by integrated care board and district, ONS,"

BASES: dict[str, tuple[str, str, str]] = {
    # Text in the tables, our code, how strong it is, what it says.
    "dfe-list": ("la", "read", "the Department for Education's list of local authorities"),
    "dfe-list; successors: mysociety list and LSOA overlap": (
        "la-next",
        "read",
        "the Department for Education's list; what came after it by mySociety's list and where its small areas went",
    ),
    "dfe-list; successor: recode pair in dfe-list": (
        "la-recode",
        "read",
        "the Department for Education's list, which has the same body under two codes",
    ),
    "ons-lad-county Dec 2018, Apr 2019, Apr 2020, Apr 2021, 2023": ("d18-23", "read", f"{_LISTS}, 2018 to 2023"),
    "ons-lad-county Dec 2018, Apr 2019, Apr 2020, Apr 2021": ("d18-21", "read", f"{_LISTS}, 2018 to 2021"),
    "ons-lad-county Dec 2018, Apr 2019, Apr 2020": ("d18-20", "read", f"{_LISTS}, 2018 to 2020"),
    "ons-lad-county Dec 2018, Apr 2019": ("d18-19", "read", f"{_LISTS}, 2018 and 2019"),
    "ons-lad-county Dec 2018": ("d18", "read", f"{_LISTS}, December 2018"),
    "ons-lad-county Apr 2019, Apr 2020, Apr 2021, 2023": ("d19-23", "read", f"{_LISTS}, 2019 to 2023"),
    "ons-lad-county Apr 2019, Apr 2020, Apr 2021": ("d19-21", "read", f"{_LISTS}, 2019 to 2021"),
    "name data.police.uk force list; code and area name ONS/dfe": (
        "force",
        "read",
        "name: the list of data.police.uk; code: ONS and the Department for Education",
    ),
    "name data.police.uk force list; rename date press reports 2022-11-16": (
        "force-renamed",
        "weak",
        "name: the list of data.police.uk; the day of the new name: press reports",
    ),
    "press reports and Hansard 2022": (
        "force-before",
        "weak",
        "name and its last day: press reports and Hansard, 2022",
    ),
    "ons-lad-csp-pfa Jan 2017, Dec 2018, Dec 2019, 2024": ("p17-24", "read", "ONS lists of police areas, 2017 to 2024"),
    "ons-lad-csp-pfa 2024": ("p24", "read", "the ONS list of police areas of 2024"),
    "ons-lad-csp-pfa Jan 2017, Dec 2018, Dec 2019": ("p17-19", "read", "ONS lists of police areas, 2017 to 2019"),
    "ons-lad-csp-pfa Jan 2017, Dec 2018": ("p17-18", "read", "ONS lists of police areas, 2017 and 2018"),
    "ons-lad-csp-pfa Dec 2019, 2024": ("p19-24", "read", "ONS lists of police areas, 2019 and 2024"),
    "inferred": ("p-recode", "inferred", "no list read has this code; taken from the same authority's other code"),
    "from/to ods-ccg-list, agrees with yearly ONS lookups; successor LSOA overlap": (
        "ccg",
        "read",
        "dates: the NHS list of clinical commissioning groups; what came after it: where its small areas went",
    ),
    "from ods-ccg-list; to: abolished when ICBs were established 2022-07-01; successor LSOA overlap": (
        "ccg-last",
        "read",
        "first day: the NHS list of groups; last day: the eve of the boards; after it: where its small areas went",
    ),
    "ons LSOA lookups Jul 2022 and 2024; in 2026 list": (
        "icb",
        "read",
        "ONS lists of 2022 and 2024, and a list of the boards of 2026",
    ),
    "ons LSOA lookups Jul 2022 and 2024; end and successor ODS succession record": (
        "icb-ended",
        "read",
        "ONS lists of 2022 and 2024; its end and what came after it: the NHS record of successions",
    ),
    "ons LSOA lookups Jul 2022 and 2024; ODS succession record": (
        "icb-enlarged",
        "read",
        "ONS lists of 2022 and 2024, and the NHS record of successions",
    ),
    "ons LSOA lookups Jul 2022 and 2024": ("icb-22", "read", "ONS lists of 2022 and 2024"),
    "ons LSOA lookup 2024; end and successor ODS succession record": (
        "icb-24",
        "read",
        "the ONS list of 2024; its end and what came after it: the NHS record of successions",
    ),
    "2026 code list (36 ICBs) for code and name; ODS succession record for ODS code and date": (
        "icb-26",
        "read",
        "a list of the boards of 2026, and the NHS record of successions",
    ),
    "LSOA11-CCG18-LAD18 (Apr 2018); LSOA11-CCG19-LAD19 (Apr 2019); LSOA11-CCG20-LAD20 (Apr 2020); "
    "LSOA11-CCG21-LAD21 (Apr 2021)": ("s18-21", "read", f"{_SMALL} April 2018 to April 2021"),
    "LSOA11-CCG18-LAD18 (Apr 2018); LSOA11-CCG19-LAD19 (Apr 2019)": (
        "s18-19",
        "read",
        f"{_SMALL} April 2018 and April 2019",
    ),
    "LSOA11-CCG18-LAD18 (Apr 2018); LSOA11-CCG19-LAD19 (Apr 2019); LSOA11-CCG20-LAD20 (Apr 2020)": (
        "s18-20",
        "read",
        f"{_SMALL} April 2018 to April 2020",
    ),
    "LSOA11-CCG20-LAD20 (Apr 2020); LSOA11-CCG21-LAD21 (Apr 2021)": (
        "s20-21",
        "read",
        f"{_SMALL} April 2020 and April 2021",
    ),
    "LSOA11-CCG21-LAD21 (Apr 2021)": ("s21", "read", f"{_SMALL} April 2021"),
    "LSOA11-CCG18-LAD18 (Apr 2018)": ("s18", "read", f"{_SMALL} April 2018"),
    "LSOA11-CCG19-LAD19 (Apr 2019); LSOA11-CCG20-LAD20 (Apr 2020); LSOA11-CCG21-LAD21 (Apr 2021)": (
        "s19-21",
        "read",
        f"{_SMALL} April 2019 to April 2021",
    ),
    "LSOA11-CCG20-LAD20 (Apr 2020)": ("s20", "read", f"{_SMALL} April 2020"),
    "lookup: LSOA11-SICBL22-ICB22-LAD22 (Jul 2022); LSOA21-SICBL24-ICB24 (2024) with LSOA21-LAD22-LAD23": (
        "s22-24",
        "read",
        f"{_BOARDS} July 2022 and April 2024",
    ),
    "lookup: LSOA21-SICBL24-ICB24 (2024) with LSOA21-LAD22-LAD23": ("s24", "read", f"{_BOARDS} April 2024"),
    "lookup: LSOA11-SICBL22-ICB22-LAD22 (Jul 2022)": ("s22", "read", f"{_BOARDS} July 2022"),
    "lookup; shares on pre-May-2025 boundaries": (
        "s24-before",
        "read",
        f"{_BOARDS} April 2024; the shares are those of the boundary before May 2025",
    ),
    "derived: sub-ICB locations recombined": (
        "s26",
        "derived",
        "worked out from the small areas of April 2024 and from which boards merged in 2026, with no list of 2026 read",
    ),
    "derived: Frimley area split by county": (
        "s26-frimley",
        "weak",
        "worked out by county, since no list was read of how the area of Frimley was divided in 2026",
    ),
    "a gap of the tables": (
        "s26-gap",
        "weak",
        "no list read says where the small areas of Runnymede that were Frimley's went in 2026; this board may be it",
    ),
}

GAP: Row = {
    "icb_code": "E54000070",
    "authority_code": "E10000030",
    "part": "edge",
    "share_of_authority": "0.0083",
    "share_of_icb": "",
    "lsoas": "6",
    "from": "2026-04-01",
    "to": "",
    "lookup": "",
    "basis": "a gap of the tables",
}
"""What the tables leave open: 6 of the 719 small areas of Surrey may be Thames Valley's from April 2026."""


def _basis(row: Row) -> str:
    """Return our code for what a row rests on."""
    text = row.get("basis") or row["lookup"]
    if text == "lookup":
        text = f"lookup: {row['lookup']}"
    return BASES["inferred" if text.startswith("inferred") else text][0]


def _share(text: str) -> str:
    """Write a share without the noughts that end it."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def _same(rows: Iterable[Row]) -> dict[str, str]:
    """Return for each code the first code of the same body, where a body was only given another code."""
    first: dict[str, str] = {}
    for row in sorted(rows, key=lambda row: row["from"]):
        first.setdefault(row["code"], row["code"])
        if row["note"].startswith("recode: same body continues") or (row["successors"] and "recode" in row["basis"]):
            first[row["successors"]] = first[row["code"]]
    return first


def tables(folder: Path) -> dict[str, str]:
    """Return the text of each of our tables, by its file's name."""

    def read(name: str) -> list[Row]:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    authorities = read("authorities")
    same = _same(authorities)
    bodies: Callable[[Row], list[str]] = lambda row: [row["from"], row["to"], row["successors"], _basis(row)]  # noqa: E731
    touching = [*read("icb_areas"), GAP]
    written = {
        "authorities": _written(
            "code,body,name,official_name,kind,from,to,successors,basis",
            ([r["code"], same[r["code"]], r["name"], r["official_name"], r["kind"], *bodies(r)] for r in authorities),
        ),
        "districts": _written(
            "code,name,county,from,to,successors,basis",
            ([r["code"], r["name"], r["county_code"], *bodies(r)] for r in read("districts")),
        ),
        "police_forces": _written(
            "code,name,other_names,from,to,basis",
            (
                [r["code"], r["name"], r["alt_names"], r["from"], r["to"] or "", _basis(r)]
                for r in read("police_forces")
            ),
        ),
        "ccgs": _written(
            "code,ods,name,from,to,successors,basis",
            ([r["code"], r["ods"], r["name"], *bodies(r)] for r in read("ccgs")),
        ),
        "icbs": _written(
            "code,ods,name,from,to,successors,basis",
            ([r["code"], r["ods"], r["name"], *bodies(r)] for r in read("icbs")),
        ),
        "police_areas": _written(
            "force,authority,from,to,basis",
            ([r["force_code"], r["authority_code"], r["from"], r["to"], _basis(r)] for r in read("police_areas")),
        ),
        "ccg_areas": _touching(read("ccg_areas"), "ccg"),
        "icb_areas": _touching(touching, "icb"),
        "bases": _written("code,strength,says", sorted(BASES.values())),
    }
    return {f"{name}.csv": text for name, text in written.items()}


def _touching(rows: Iterable[Row], kind: str) -> str:
    return _written(
        "body,authority,part,share_of_authority,share_of_body,small_areas,from,to,basis",
        (
            [
                row[f"{kind}_code"],
                row["authority_code"],
                row["part"],
                _share(row["share_of_authority"]),
                _share(row[f"share_of_{kind}"]),
                row["lsoas"],
                row["from"],
                row["to"],
                _basis(row),
            ]
            for row in rows
        ),
    )


def _written(header: str, rows: Iterable[Iterable[str]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header.split(","))
    writer.writerows(rows)
    return text.getvalue()


def main(arguments: list[str]) -> int:
    """Put the tables into the package."""
    if len(arguments) != 1:
        print("usage: python tools/gazetteer.py FOLDER", file=sys.stderr)
        return 2
    for name, text in tables(Path(arguments[0])).items():
        (TARGET / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"{name}: {len(text.encode()):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
