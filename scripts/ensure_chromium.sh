#!/usr/bin/env bash
# Makes sure that the browser tests find a Chromium: the system's, else the distribution's package when we may
# install it, else the one that playwright brings. tests/browser looks in the same order.
set -euo pipefail
cd "$(dirname "$0")/.."

for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Chromium from the distribution's packages"
    if apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; then exit 0; fi
fi
echo "Installing playwright's Chromium"
.venv/bin/playwright install chromium
