#!/bin/sh
# Prints the path of a Chromium; installs one with the system's package manager where
# that is possible without asking. Exit 1 with one line on stderr if there is none.
for name in "${SIAGA_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
  [ -n "$name" ] && command -v "$name" && exit 0
done

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root="sudo -n"; else
    echo "no Chromium found, and it cannot be installed without root" >&2
    exit 1
  fi
fi
if command -v apt-get >/dev/null; then
  { $as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq chromium; } >/dev/null 2>&1
elif command -v dnf >/dev/null; then
  $as_root dnf install -y -q chromium >/dev/null 2>&1
fi
command -v chromium || command -v chromium-browser || {
  echo "no Chromium found, and the package manager could not install it" >&2
  exit 1
}
