#!/bin/sh
# The whole test run: everything that needs no browser (with coverage), then the
# browser tests. Called by `make test` with the folder of the virtual environment.
set -eu
BIN=$1

export HYPOTHESIS_PROFILE="${HYPOTHESIS_PROFILE:-thorough}"
rm -f .coverage .coverage.*
"$BIN/pytest" -q -m "not browser" --cov=siaga --cov-branch --cov-report= --durations=5
"$BIN/coverage" report --fail-under=85 --skip-covered --skip-empty
"$BIN/coverage" report --fail-under=100 --include='*/siaga/domain/*,*/siaga/content/*' --skip-empty

if CHROMIUM=$(sh tests/browser/chromium.sh); then
  export SIAGA_CHROMIUM="$CHROMIUM"
  # One after the other: each has a browser, a server and kernels to itself.
  "$BIN/pytest" -q -m browser --numprocesses=0 --durations=5
elif [ "${SIAGA_TEST_BROWSER:-}" = required ] || [ "${CI:-}" = true ]; then
  echo "Browser tests are required here, and there is no Chromium." >&2
  exit 1
else
  echo "SKIPPED: browser tests, for want of a Chromium (see the line above)."
fi
