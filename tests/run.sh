#!/bin/sh
# The whole test run: the rules and readers with their coverage, everything else that
# needs no browser, then the browser tests. Called by `make test` with the folder of the
# virtual environment.
set -eu
BIN=$1

rm -f .coverage .coverage.*
"$BIN/pytest" -q tests/domain tests/content -m "not browser" \
  --cov=siaga.domain --cov=siaga.content --cov-branch --cov-report=
"$BIN/coverage" report --fail-under=100 --skip-empty

# Many of these wait for a server to start: one process more than there are cores.
"$BIN/pytest" -q -m "not browser" --numprocesses=3 \
  --ignore=tests/domain --ignore=tests/content --durations=5

if CHROMIUM=$(sh tests/browser/chromium.sh); then
  export SIAGA_CHROMIUM="$CHROMIUM"
  "$BIN/pytest" -q -m browser --durations=5
elif [ "${SIAGA_TEST_BROWSER:-}" = required ] || [ "${CI:-}" = true ]; then
  echo "Browser tests are required here, and there is no Chromium." >&2
  exit 1
else
  echo "SKIPPED: browser tests, for want of a Chromium (see the line above)."
fi
