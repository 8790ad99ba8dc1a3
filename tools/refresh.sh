#!/usr/bin/env bash
# Writes again everything that is generated from the library and kept in the repository.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
python tools/ruleset.py
python tools/file_form.py
python tools/pages.py
python tools/reference.py
python tools/over_time.py
python tools/compared.py
python tools/diagrams.py
