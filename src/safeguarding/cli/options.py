"""The options that several commands share, and how what is typed for them is read."""

from __future__ import annotations

import argparse
import re
from datetime import date

_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_FULL_YEAR = re.compile(r"\d{4}", re.ASCII)


def file_options(parser: argparse.ArgumentParser) -> None:
    """Add the files, the date, and the file to write."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file for each document; - is standard input")
    parser.add_argument(
        "--as-of",
        type=full_date,
        metavar="DATE",
        help="the date to judge by, as 2019-11-30; otherwise that of the newest document",
    )
    parser.add_argument("-o", "--output", metavar="PATH", help="the file to write, in UTF-8")


def judging_options(parser: argparse.ArgumentParser) -> None:
    """Add by what to judge."""
    guidance_option(parser)
    rapid_review_option(parser)


def guidance_option(parser: argparse.ArgumentParser) -> None:
    """Add the edition to judge by."""
    parser.add_argument(
        "--guidance", metavar="EDITION", help="the edition to judge by, whatever the date: WT2018, WT2023, WT2026"
    )


def rapid_review_option(parser: argparse.ArgumentParser) -> None:
    """Add what the time for a rapid review is counted from."""
    parser.add_argument(
        "--rapid-review-from",
        choices=("incident", "aware", "notified"),
        default="aware",
        help="what the time for a rapid review is counted from; default: aware",
    )


def year(text: str) -> int:
    """Read a year."""
    if _FULL_YEAR.fullmatch(text):
        return int(text)
    raise argparse.ArgumentTypeError(f'"{text}" is not a year: write four digits, as in 2021')


def full_date(text: str) -> date:
    """Read a full date."""
    try:
        if _FULL_DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is not a day that exists') from None
    raise argparse.ArgumentTypeError(f'"{text}" is not a full date: write year, month and day, as in 2019-11-30')
